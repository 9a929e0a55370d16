/** Tests of how a question is placed in time. */
@NullMarked
package org.maaledger.query.moment;

import org.jspecify.annotations.NullMarked;
