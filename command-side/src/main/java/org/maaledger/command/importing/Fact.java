package org.maaledger.command.importing;

import org.maaledger.command.reading.Figure;
import org.maaledger.kernel.reading.SeriesId;

/**
 * A reading that a row of a file states, good in itself.
 *
 * @param line the line of the file on which the row begins
 */
record Fact(long line, SeriesId series, Figure figure) {}
