/**
 * How does a whole ledger become one file, and a file a ledger again?
 *
 * <p>The tables of record are copied as they are, in one snapshot of the database, and back again in one transaction that proves the log
 * before it commits. It knows those tables by name and nothing of what is in them; what is derived from them it leaves out.
 */
@NullMarked
package org.maaledger.app.backup;

import org.jspecify.annotations.NullMarked;
