/** Holds numbers, units, directions and periods, and how each is written. It knows nothing that is measured. */
@NullMarked
package org.maaledger.kernel.measure;

import org.jspecify.annotations.NullMarked;
