/** How is the whole taken at once? The chapters of the benchmark in their order, from the command line to the report. */
@NullMarked
package org.maaledger.bench.run;

import org.jspecify.annotations.NullMarked;
