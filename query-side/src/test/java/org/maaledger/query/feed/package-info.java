/** Follows the ledger, leaves it in mid-stream, and goes on where it was. */
@NullMarked
package org.maaledger.query.feed;

import org.jspecify.annotations.NullMarked;
