/** Specifications. */
@NullMarked
package org.maaledger.command.config;

import org.jspecify.annotations.NullMarked;
