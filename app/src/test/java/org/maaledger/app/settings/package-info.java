/** Tests that a misspelt setting is refused in one line that names it. */
@NullMarked
package org.maaledger.app.settings;

import org.jspecify.annotations.NullMarked;
