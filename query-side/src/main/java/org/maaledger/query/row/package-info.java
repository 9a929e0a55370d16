/** How are the columns of a projection read back into the kernel's values. It knows no table. */
@NullMarked
package org.maaledger.query.row;

import org.jspecify.annotations.NullMarked;
