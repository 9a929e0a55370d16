package org.maaledger.query.moment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * An answer with the moment it holds for. In JSON the content's members stand beside these.
 *
 * @param position the last event that counts
 * @param validOn the day that it is answered for
 * @param incomplete whether an event that bears on it could not be applied and waits among the dead letters
 */
public record Answer<T>(
        long position,
        LocalDate validOn,
        boolean incomplete,
        @JsonUnwrapped T content) {}
