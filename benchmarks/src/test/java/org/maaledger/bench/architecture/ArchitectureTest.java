package org.maaledger.bench.architecture;

import org.maaledger.kernel.architecture.EveryModule;

/** Holds this module to the rules that hold everywhere. */
class ArchitectureTest extends EveryModule {}
