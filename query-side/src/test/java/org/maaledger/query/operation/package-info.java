/** Tests of what operators do over HTTP. */
@NullMarked
package org.maaledger.query.operation;

import org.jspecify.annotations.NullMarked;
