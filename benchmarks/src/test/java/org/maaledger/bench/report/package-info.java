/** Is what was measured told as it was? */
@NullMarked
package org.maaledger.bench.report;

import org.jspecify.annotations.NullMarked;
