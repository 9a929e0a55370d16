/** Specifies how a target is judged, rule by rule, and what holds for every course and reading whatever their figures. */
@NullMarked
package org.maaledger.query.progress;

import org.jspecify.annotations.NullMarked;
