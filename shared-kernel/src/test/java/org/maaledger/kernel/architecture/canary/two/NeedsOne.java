package org.maaledger.kernel.architecture.canary.two;

import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.architecture.canary.one.NeedsTwo;

/** The other half. */
public record NeedsOne(@Nullable NeedsTwo other) {}
