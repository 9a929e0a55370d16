/** Holds the vocabulary of agreements: their parties and what can happen to them. It knows no rule about who may do it. */
@NullMarked
package org.maaledger.kernel.agreement;

import org.jspecify.annotations.NullMarked;
