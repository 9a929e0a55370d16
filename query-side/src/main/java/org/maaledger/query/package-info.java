/**
 * What does the ledger say, now or as of then? Projections, questions, history, evidence, and the API that answers.
 *
 * <p>It may not know the write side.
 */
@NullMarked
package org.maaledger.query;

import org.jspecify.annotations.NullMarked;
