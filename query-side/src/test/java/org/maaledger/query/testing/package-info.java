/** Gives tests of the read side a real log with running projections, a story to tell in it, and HTTP without a network. */
@NullMarked
package org.maaledger.query.testing;

import org.jspecify.annotations.NullMarked;
