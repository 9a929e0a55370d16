/** Specifications. */
@NullMarked
package org.maaledger.command.target;

import org.jspecify.annotations.NullMarked;
