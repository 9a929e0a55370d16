/** Specifies what the audit trail says of an event. */
@NullMarked
package org.maaledger.query.history;

import org.jspecify.annotations.NullMarked;
