/** Tests that the embedded database is durable, private and comes back after every way of ending. */
@NullMarked
package org.maaledger.app.postgres;

import org.jspecify.annotations.NullMarked;
