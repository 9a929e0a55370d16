/**
 * What can be asked of the program on the command line? Each subcommand is a class; what it says on failure is one line.
 *
 * <p>It knows no rule of the domain: a subcommand that reads or writes the ledger does so over HTTP like everybody else.
 */
@NullMarked
package org.maaledger.app.cli;

import org.jspecify.annotations.NullMarked;
