/**
 * Which figures were published for an indicator, in an area, for a group? A series of readings, separate from targets, so that one
 * reading serves every target that uses it. Provisional, revised and final figures of a period stand side by side; what was
 * published is never overwritten, a correction points at what it corrects.
 *
 * <p>It may not know targets, agreements or import files.
 */
@NullMarked
package org.maaledger.command.reading;

import org.jspecify.annotations.NullMarked;
