/** Follows the ledger over a real connection, loses it, and goes on where it was. */
@NullMarked
package org.maaledger.query.feed;

import org.jspecify.annotations.NullMarked;
