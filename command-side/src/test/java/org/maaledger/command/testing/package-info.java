/** Sentences for specifications: given, when, then, run against the pure code and through Axon's fixture; and what they are about. */
@NullMarked
package org.maaledger.command.testing;

import org.jspecify.annotations.NullMarked;
