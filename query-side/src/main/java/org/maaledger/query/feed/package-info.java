/**
 * What is new: every event after a position, for programs that follow the ledger.
 *
 * <p>It reads the log and owns no table; from the register it learns only who may see what.
 */
@NullMarked
package org.maaledger.query.feed;

import org.jspecify.annotations.NullMarked;
