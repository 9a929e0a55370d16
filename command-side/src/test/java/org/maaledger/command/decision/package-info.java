/** Tests of what decisions share. */
@NullMarked
package org.maaledger.command.decision;

import org.jspecify.annotations.NullMarked;
