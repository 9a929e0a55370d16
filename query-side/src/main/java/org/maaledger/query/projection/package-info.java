/**
 * How do events become tables that can be thrown away: the machinery that every projection shares.
 *
 * <p>Live processing is driven by Axon's event processors, rebuilding reads the log directly; both end in the same few classes, so a
 * rebuilt table is what a live one is. It knows no particular projection and no question.
 */
@NullMarked
package org.maaledger.query.projection;

import org.jspecify.annotations.NullMarked;
