package org.maaledger.kernel.architecture.canary.graph.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Brings a library into the kernel. */
public record NeedsParser(ObjectMapper parser) {}
