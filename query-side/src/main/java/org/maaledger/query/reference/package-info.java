/**
 * What are the areas and indicators that agreements and readings name by their codes, and what was said of them before.
 *
 * <p>It knows no agreement and no reading.
 */
@NullMarked
package org.maaledger.query.reference;

import org.jspecify.annotations.NullMarked;
