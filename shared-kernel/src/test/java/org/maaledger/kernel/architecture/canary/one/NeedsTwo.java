package org.maaledger.kernel.architecture.canary.one;

import org.maaledger.kernel.architecture.canary.two.NeedsOne;

/** One half of a cycle. */
public record NeedsTwo(NeedsOne other) {}
