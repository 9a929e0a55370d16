/** Which offences must the rules of this module catch? One small offender for each; nothing else may use them. */
@NullMarked
package org.maaledger.command.architecture.canary;

import org.jspecify.annotations.NullMarked;
