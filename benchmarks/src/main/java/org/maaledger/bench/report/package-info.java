/** What came out? Figures with their spread, the numbers they are held against, a table for people and JSON for programs. */
@NullMarked
package org.maaledger.bench.report;

import org.jspecify.annotations.NullMarked;
