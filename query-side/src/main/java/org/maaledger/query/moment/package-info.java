/**
 * At which moment is a question asked: what the ledger knew then, for which day, and did every table it reads get that far.
 *
 * <p>It knows positions and dates; it knows no agreement, target or reading.
 */
@NullMarked
package org.maaledger.query.moment;

import org.jspecify.annotations.NullMarked;
