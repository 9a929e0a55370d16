/** Folds events in memory, in the plainest way, to judge what the tables say of the same events. */
@NullMarked
package org.maaledger.query.oracle;

import org.jspecify.annotations.NullMarked;
