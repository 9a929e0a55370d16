/**
 * What does Java have to learn before it is quick? A ledger that nobody keeps is started, used as it will be used, and thrown away; the
 * launcher keeps what Java has learned meanwhile.
 *
 * <p>It uses the ledger over HTTP like everybody else, and knows no rule of the domain.
 */
@NullMarked
package org.maaledger.app.practice;

import org.jspecify.annotations.NullMarked;
