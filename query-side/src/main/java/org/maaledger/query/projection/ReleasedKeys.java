package org.maaledger.query.projection;

/**
 * Which keys of a table may stand in it with an open row. A key that was never noted is surely not there, so nobody need look for it in
 * the database; one that was noted may be.
 *
 * <p>It holds 64 bits of each key, in an open hash table. Of more keys than its bound it says that all may be there.
 */
final class ReleasedKeys {

    /** At most 8 MB for each table. */
    static final int KEYS_MAX = 500_000;

    private static final int PLACES_FIRST = 1 << 10;

    private final int most;

    /** 0 is an empty place. */
    private long[] places = new long[PLACES_FIRST];

    private int noted;

    /** Notes {@code most} keys at most. */
    ReleasedKeys(int most) {
        this.most = most;
    }

    void note(String key) {
        if (noted > most || !place(places, mark(key))) {
            return;
        }
        noted++;
        if (noted > most) {
            places = new long[0];
        } else if (noted * 2 > places.length) {
            long[] larger = new long[places.length * 2];
            for (long mark : places) {
                if (mark != 0) {
                    place(larger, mark);
                }
            }
            places = larger;
        }
    }

    boolean mayHold(String key) {
        if (noted > most) {
            return true;
        }
        long mark = mark(key);
        for (int at = start(places, mark); places[at] != 0; at = at + 1 & places.length - 1) {
            if (places[at] == mark) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was not there before. */
    private static boolean place(long[] places, long mark) {
        int at = start(places, mark);
        while (places[at] != 0) {
            if (places[at] == mark) {
                return false;
            }
            at = at + 1 & places.length - 1;
        }
        places[at] = mark;
        return true;
    }

    private static int start(long[] places, long mark) {
        return (int) (mark >>> 32) & places.length - 1;
    }

    private static long mark(String key) {
        long mark = 0;
        for (int i = 0; i < key.length(); i++) {
            mark = (mark ^ key.charAt(i)) * 0x9E3779B97F4A7C15L;
            mark ^= mark >>> 29;
        }
        return mark == 0 ? 1 : mark;
    }
}
