/** Asks whether the packaged programs do what README says. It sees them from outside only: processes, HTTP, text. */
@NullMarked
package org.maaledger.endtoend;

import org.jspecify.annotations.NullMarked;
