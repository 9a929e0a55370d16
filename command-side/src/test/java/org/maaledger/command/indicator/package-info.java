/** Which commands to the indicator entries of the reference data are accepted, and what do they end in? */
@NullMarked
package org.maaledger.command.indicator;

import org.jspecify.annotations.NullMarked;
