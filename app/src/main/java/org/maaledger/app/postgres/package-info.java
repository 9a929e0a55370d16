/**
 * Which PostgreSQL holds the ledger, and is it fit to? Either one that the program starts itself, in a data folder, or one that
 * somebody else runs.
 *
 * <p>It knows no table: it hands out an address and two users, the owner that migrates and the one that the program works as.
 */
@NullMarked
package org.maaledger.app.postgres;

import org.jspecify.annotations.NullMarked;
