/** Shows that tables can be thrown away: rebuilt equals live, nothing is lost or doubled, and nobody reads half a table. */
@NullMarked
package org.maaledger.query.projection;

import org.jspecify.annotations.NullMarked;
