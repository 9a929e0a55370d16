/** Which commands to the area entries of the reference data are accepted, and what do they end in? */
@NullMarked
package org.maaledger.command.area;

import org.jspecify.annotations.NullMarked;
