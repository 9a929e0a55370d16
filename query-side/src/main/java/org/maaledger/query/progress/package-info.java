/**
 * How is a target going: its readings against its trajectory, judged period by period with the arithmetic shown.
 *
 * <p>Judging is pure: it sees a course and readings, never a clock, a table or the network. The tables here are this package's own.
 */
@NullMarked
package org.maaledger.query.progress;

import org.jspecify.annotations.NullMarked;
