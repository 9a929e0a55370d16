/** Holds who acted, for whom, and where a figure comes from, without naming a person. It knows no event. */
@NullMarked
package org.maaledger.kernel.provenance;

import org.jspecify.annotations.NullMarked;
