/** Asks every question over HTTP, with good and bad addresses, as those who may see and those who may not. */
@NullMarked
package org.maaledger.query.http;

import org.jspecify.annotations.NullMarked;
