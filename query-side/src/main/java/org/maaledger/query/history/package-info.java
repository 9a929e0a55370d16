/**
 * What happened, step by step: who did what, when, for whom, and what it changed.
 *
 * <p>It reads the log and owns no table; from the register it learns only who may see what.
 */
@NullMarked
package org.maaledger.query.history;

import org.jspecify.annotations.NullMarked;
