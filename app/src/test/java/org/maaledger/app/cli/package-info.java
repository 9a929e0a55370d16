/** Specifications. */
@NullMarked
package org.maaledger.app.cli;

import org.jspecify.annotations.NullMarked;
