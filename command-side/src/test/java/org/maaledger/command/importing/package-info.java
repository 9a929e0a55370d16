/** Does an import take what real files say, and tell what is wrong in them? */
@NullMarked
package org.maaledger.command.importing;

import org.jspecify.annotations.NullMarked;
