/**
 * Which places are there, who governs them, and what became of them? The area register: countries, regions, statistical areas,
 * authorities of every tier and the areas of multi-area agreements, with old codes and successors.
 *
 * <p>It may not know readings, targets or agreements.
 */
@NullMarked
package org.maaledger.command.area;

import org.jspecify.annotations.NullMarked;
