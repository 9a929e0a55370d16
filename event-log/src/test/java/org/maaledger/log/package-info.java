/** Tests of the log, against a real PostgreSQL. */
@NullMarked
package org.maaledger.log;

import org.jspecify.annotations.NullMarked;
