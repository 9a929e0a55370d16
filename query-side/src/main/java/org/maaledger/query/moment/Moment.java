package org.maaledger.query.moment;

import java.time.LocalDate;

/**
 * The moment at which a question is answered.
 *
 * @param position the last event that counts
 * @param validOn the day that counts: the one asked for, else the day of that moment in London
 * @param dayAsked whether the caller named the day, so that what was dated later does not count
 */
public record Moment(long position, LocalDate validOn, boolean dayAsked) {}
