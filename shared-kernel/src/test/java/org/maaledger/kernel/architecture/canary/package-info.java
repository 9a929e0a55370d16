/**
 * Which offences must the rules catch? One small offender for each; nothing else may use them.
 *
 * <p>The packages below it are left without a word on purpose: they are offenders too.
 */
@NullMarked
package org.maaledger.kernel.architecture.canary;

import org.jspecify.annotations.NullMarked;
