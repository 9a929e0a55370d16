/** Holds places and the authorities that govern them, over time. It knows no rule and no source. */
@NullMarked
package org.maaledger.kernel.area;

import org.jspecify.annotations.NullMarked;
