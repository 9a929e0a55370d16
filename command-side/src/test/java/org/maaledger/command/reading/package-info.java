/** Which commands to a series of readings are accepted, and what do they end in? */
@NullMarked
package org.maaledger.command.reading;

import org.jspecify.annotations.NullMarked;
