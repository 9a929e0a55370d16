/** Tests that nobody gets in without a token that is genuine, meant for this ledger, and says for whom it speaks. */
@NullMarked
package org.maaledger.app.identity;

import org.jspecify.annotations.NullMarked;
