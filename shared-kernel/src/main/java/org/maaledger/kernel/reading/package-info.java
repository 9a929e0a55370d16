/** Holds series of readings and what can happen to them. It knows no target. */
@NullMarked
package org.maaledger.kernel.reading;

import org.jspecify.annotations.NullMarked;
