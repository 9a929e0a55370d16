/** Specifications. */
@NullMarked
package org.maaledger.command.http;

import org.jspecify.annotations.NullMarked;
