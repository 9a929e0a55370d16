/** Tests of what the shell keeps in memory. */
@NullMarked
package org.maaledger.command.shell;

import org.jspecify.annotations.NullMarked;
