/** Holds the vocabulary of targets: offers, trajectories, renegotiations. It knows no rule about who may do it. */
@NullMarked
package org.maaledger.kernel.target;

import org.jspecify.annotations.NullMarked;
