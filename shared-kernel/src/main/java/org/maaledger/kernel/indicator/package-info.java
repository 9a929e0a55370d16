/** Holds indicators and their definitions. It knows no reading and no target. */
@NullMarked
package org.maaledger.kernel.indicator;

import org.jspecify.annotations.NullMarked;
