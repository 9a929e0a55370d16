/**
 * How do the parts become one running program? One class for each concern: the log, Axon, the server, the description of the API.
 *
 * <p>Wiring only: it decides nothing, and what belongs to one side is configured in that side.
 */
@NullMarked
package org.maaledger.app.wiring;

import org.jspecify.annotations.NullMarked;
