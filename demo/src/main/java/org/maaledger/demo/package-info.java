/**
 * How does the ledger look in use? An issuer of sign-ins for trials and demonstration data.
 *
 * <p>Never part of the production jar; nothing may depend on it.
 */
@NullMarked
package org.maaledger.demo;

import org.jspecify.annotations.NullMarked;
