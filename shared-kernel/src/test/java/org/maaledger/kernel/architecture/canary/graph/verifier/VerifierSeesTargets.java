package org.maaledger.kernel.architecture.canary.graph.verifier;

import org.maaledger.kernel.architecture.canary.graph.kernel.target.Fact;

/** Knows more than proofs. */
public record VerifierSeesTargets(Fact fact) {}
