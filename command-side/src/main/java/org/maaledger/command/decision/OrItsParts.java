package org.maaledger.command.decision;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component whose value follows from the components of its own type: a request gives either the value, or each of these as
 * a field, such as {@code indicator}, {@code area} and {@code group} for a series; never both.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OrItsParts {}
