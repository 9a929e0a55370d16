package org.maaledger.demo.architecture;

import org.maaledger.kernel.architecture.EveryModule;

/** Holds this module to the rules that hold everywhere. */
class ArchitectureTest extends EveryModule {}
