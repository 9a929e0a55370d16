/** How are the parts of the read side put together: one concern for each class, nothing decided here. */
@NullMarked
package org.maaledger.query.config;

import org.jspecify.annotations.NullMarked;
