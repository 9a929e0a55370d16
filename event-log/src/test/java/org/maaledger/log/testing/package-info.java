/** Gives tests of every module a real log: an embedded PostgreSQL with an empty, migrated database of their own. */
@NullMarked
package org.maaledger.log.testing;

import org.jspecify.annotations.NullMarked;
