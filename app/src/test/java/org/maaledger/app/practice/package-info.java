/** Specifications. */
@NullMarked
package org.maaledger.app.practice;

import org.jspecify.annotations.NullMarked;
