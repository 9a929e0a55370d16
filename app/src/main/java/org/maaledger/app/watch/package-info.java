/**
 * How goes it? Health, measurements and the trail that a request leaves in the log, for whoever keeps the ledger running.
 *
 * <p>It looks at both sides and changes nothing in either; nobody's name, token or text passes through it. See docs/operation.md and
 * docs/decisions/0049.
 */
@NullMarked
package org.maaledger.app.watch;

import org.jspecify.annotations.NullMarked;
