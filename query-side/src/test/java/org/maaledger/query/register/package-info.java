/** Shows what reading the register costs: as-of touches no more rows when history has grown. */
@NullMarked
package org.maaledger.query.register;

import org.jspecify.annotations.NullMarked;
