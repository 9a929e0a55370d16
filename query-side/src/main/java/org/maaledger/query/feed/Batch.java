package org.maaledger.query.feed;

import java.util.List;
import org.maaledger.query.history.Step;

/**
 * What is new after a position.
 *
 * @param items the events that the caller may see
 * @param next what to give as {@code after} to go on: the last event looked at, whether or not the caller may see it
 * @param more whether there is more already
 */
public record Batch(List<Step> items, long next, boolean more) {

    public Batch {
        items = List.copyOf(items);
    }
}
