/** Tests that every code that the ledger answers with is explained. */
@NullMarked
package org.maaledger.app.problem;

import org.jspecify.annotations.NullMarked;
