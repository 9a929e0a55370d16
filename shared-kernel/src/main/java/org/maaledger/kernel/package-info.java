/**
 * What both sides must agree on, for as long as the ledger is kept: events, ids, values, stored names and proof functions.
 *
 * <p>Nothing enters here for any other reason. It may know the JDK, JSpecify and the annotations of Jackson; no framework,
 * no database, no clock and nothing random.
 */
@NullMarked
package org.maaledger.kernel;

import org.jspecify.annotations.NullMarked;
