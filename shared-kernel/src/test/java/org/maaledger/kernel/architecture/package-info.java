/**
 * Does the code keep to the house's rules? The rules, stated once for every module, each with a canary: a small offender that the
 * rule must catch before it may call the code clean, because a rule with a misspelt package catches nothing and says so to nobody.
 *
 * <p>It may know nothing of any one module: what a rule is about, it is told.
 */
@NullMarked
package org.maaledger.kernel.architecture;

import org.jspecify.annotations.NullMarked;
