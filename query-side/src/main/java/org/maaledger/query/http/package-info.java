/**
 * What is common to all questions over HTTP: their parameters, how answers are headed, and how a fault is told.
 *
 * <p>It knows moments and pages; it knows no agreement, target or reading.
 */
@NullMarked
package org.maaledger.query.http;

import org.jspecify.annotations.NullMarked;
