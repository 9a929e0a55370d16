/**
 * What does a published file say, and what is wrong in it? Files of official statistics become readings through declared mappings:
 * resource files that name columns, periods, missing values, status symbols and names of areas. Every row ends as a reading that was
 * recorded, corrected or known before, or is refused under a numbered rule; none vanishes.
 *
 * <p>A file is read as a stream; memory does not grow with it beyond one number pair for each row. It may not know projections.
 */
@NullMarked
package org.maaledger.command.importing;

import org.jspecify.annotations.NullMarked;
