/** Tests that a backup is the ledger at one position, whole or refused, and that a restore brings it back or changes nothing. */
@NullMarked
package org.maaledger.app.backup;

import org.jspecify.annotations.NullMarked;
