/**
 * Do the gates of the build close? Each is shown an offence that it must refuse.
 *
 * <p>It may know the poms of the checkout and nothing of the programs.
 */
@NullMarked
package org.maaledger.endtoend.gates;

import org.jspecify.annotations.NullMarked;
