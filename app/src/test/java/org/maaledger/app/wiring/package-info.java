/** Tests of the whole program as it runs: who gets in, what errors look like, what it says about itself. */
@NullMarked
package org.maaledger.app.wiring;

import org.jspecify.annotations.NullMarked;
