/** Holds the rules of a framework edition as data. It knows no agreement. */
@NullMarked
package org.maaledger.kernel.framework;

import org.jspecify.annotations.NullMarked;
