/**
 * How fast is it? The load generator, measurements of small pieces, and peers under the same load.
 *
 * <p>It drives both sides as the program does and holds nothing that they need.
 */
@NullMarked
package org.maaledger.bench;

import org.jspecify.annotations.NullMarked;
