/**
 * What does an indicator measure, and by which definition at which time? The catalogue of indicators, National ones and those of
 * other sources: registered, redefined, withdrawn, never deleted.
 *
 * <p>It may not know readings, targets or agreements.
 */
@NullMarked
package org.maaledger.command.indicator;

import org.jspecify.annotations.NullMarked;
