/**
 * Where does an accepted act stand in the one order of the ledger, and what was recorded there?
 *
 * <p>Appending, reading by position, the vault and the sealing of the log. It may know the kernel, Axon and JDBC; neither
 * the write side nor the read side, and no Spring.
 */
@NullMarked
package org.maaledger.log;

import org.jspecify.annotations.NullMarked;
