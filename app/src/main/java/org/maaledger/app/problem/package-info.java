/**
 * What does an error look like, and what does its code mean? Everything that neither side answers itself: the framework's refusals,
 * faults of the program, and the page behind each code.
 *
 * <p>It knows no rule of the domain. Nobody is ever shown a stack trace or the words of an exception that was not made for them.
 */
@NullMarked
package org.maaledger.app.problem;

import org.jspecify.annotations.NullMarked;
