/**
 * May this body do this now? Commands, the pure rules that accept or refuse them, and the API that takes them.
 *
 * <p>It may not know the read side.
 */
@NullMarked
package org.maaledger.command;

import org.jspecify.annotations.NullMarked;
