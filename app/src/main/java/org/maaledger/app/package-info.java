/**
 * The one program: it puts both sides together, configures them, and starts the database that it ships.
 *
 * <p>The only place that may know both sides. No rule of the domain lives here.
 */
@NullMarked
package org.maaledger.app;

import org.jspecify.annotations.NullMarked;
