/**
 * In which bytes is a JSON value written, so that everybody who writes it writes the same?
 *
 * <p>The JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code units, no white space, numbers as ECMAScript
 * prints them, strings escaped only where they must be, UTF-8. It knows nothing of what the values mean.
 */
@NullMarked
package org.maaledger.kernel.canonical;

import org.jspecify.annotations.NullMarked;
