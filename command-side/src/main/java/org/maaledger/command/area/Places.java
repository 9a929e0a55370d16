package org.maaledger.command.area;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.maaledger.command.decision.Consulted;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaEvent;

/** Which places lie in which, so far as the register says. */
public final class Places {

    /** More places than any agreement's area has parts; a question that needs more is answered from these. */
    private static final int PLACES_MAX = 1_000;

    private final Consulted consulted;

    public Places(Consulted consulted) {
        this.consulted = consulted;
    }

    /** Whether the register has an entry of {@code area}. */
    public boolean isKnown(AreaCode area) {
        return state(area) instanceof Area.Registered;
    }

    /**
     * Whether {@code inner} is {@code outer}, one of its constituents, a part of one of these, or made up of such places alone.
     *
     * <p>A successor stands for what it succeeded, and a predecessor for what became of it, because a district goes on under its new
     * code; the register does not say how much of it went where, so a part is taken for the whole.
     */
    public boolean lies(AreaCode inner, AreaCode outer) {
        if (inner.equals(outer)) {
            return true;
        }
        Set<AreaCode> parts = reached(Set.of(outer), Places::partsOf, Set.of(inner));
        return liesAmong(inner, parts) || isMadeUpOf(inner, parts);
    }

    /**
     * Whether {@code one} lies in {@code other}, or a constituent of {@code other} in it: a county takes part where some of its
     * districts do.
     */
    public boolean overlaps(AreaCode one, AreaCode other) {
        return lies(one, other)
                || (state(other) instanceof Area.Registered entry
                        && entry.details().constituents().stream().anyMatch(constituent -> lies(constituent, one)));
    }

    /** What became of {@code area}: itself, its successors, and theirs. */
    Set<AreaCode> becameOf(AreaCode area) {
        return reached(Set.of(area), entry -> entry.successors().keySet(), Set.of());
    }

    private boolean isMadeUpOf(AreaCode inner, Set<AreaCode> parts) {
        return state(inner) instanceof Area.Registered entry
                && !entry.details().constituents().isEmpty()
                && entry.details().constituents().stream().allMatch(constituent -> liesAmong(constituent, parts));
    }

    private boolean liesAmong(AreaCode inner, Set<AreaCode> parts) {
        return reached(Set.of(inner), Places::wholesOf, parts).stream().anyMatch(parts::contains);
    }

    private static Collection<AreaCode> partsOf(Area.Registered entry) {
        Set<AreaCode> parts = new LinkedHashSet<>(entry.details().constituents());
        parts.addAll(entry.successors().keySet());
        return parts;
    }

    private static Collection<AreaCode> wholesOf(Area.Registered entry) {
        Set<AreaCode> wholes = new LinkedHashSet<>(entry.details().parents());
        wholes.addAll(entry.successors().keySet());
        AreaCode region = entry.details().region();
        if (region != null) {
            wholes.add(region);
        }
        return wholes;
    }

    /** Every place that {@code next} leads to from {@code first} on, until one of {@code wanted} is among them. */
    private Set<AreaCode> reached(
            Set<AreaCode> first, Function<Area.Registered, Collection<AreaCode>> next, Set<AreaCode> wanted) {
        Set<AreaCode> reached = new HashSet<>(first);
        Queue<AreaCode> open = new ArrayDeque<>(first);
        while (!open.isEmpty()
                && reached.size() < PLACES_MAX
                && reached.stream().noneMatch(wanted::contains)) {
            if (state(open.remove()) instanceof Area.Registered entry) {
                next.apply(entry).stream().filter(reached::add).forEach(open::add);
            }
        }
        return reached;
    }

    private Area state(AreaCode area) {
        return consulted.state(AreaHistory.FOLD, AreaEvent.streamOf(area));
    }
}
