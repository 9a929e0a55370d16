/** Specifications. */
@NullMarked
package org.maaledger.command.agreement;

import org.jspecify.annotations.NullMarked;
