/**
 * What did whoever starts the program ask for? The environment variables, read once and checked.
 *
 * <p>It knows nothing of what the settings are used for.
 */
@NullMarked
package org.maaledger.app.settings;

import org.jspecify.annotations.NullMarked;
