/**
 * How fast is the packaged program, asked from outside over HTTP by a load generator on the same machine?
 *
 * <p>It knows the program by its launcher and its API alone.
 */
@NullMarked
package org.maaledger.bench.program;

import org.jspecify.annotations.NullMarked;
