package org.maaledger.command.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.target.TargetId;

/**
 * Every designation of an agreement, those that were revoked included: an act may be entered late, and then it is the number of
 * designated targets on its own date, and on every later one, that the limit is held against. That a designated target was taken out is
 * a fact of the target, and ends its designation as a revocation does.
 */
public record Designated(List<Designation> all) {

    static final Designated NONE = new Designated(List.of());

    /**
     * One designation.
     *
     * @param to the day from which it is revoked, absent while it stands
     */
    public record Designation(
            TargetId target, LocalDate from, @Nullable LocalDate to) {

        boolean standsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }

        private Designation endedBy(@Nullable LocalDate removal) {
            boolean ends = removal != null && (to == null || removal.isBefore(to));
            return ends ? new Designation(target, from, removal) : this;
        }
    }

    public Designated {
        all = List.copyOf(all);
    }

    /** Whether {@code target} is designated. */
    public boolean isDesignated(TargetId target) {
        return standing(target).isPresent();
    }

    /** The designation of {@code target} that stands, if one does. */
    Optional<Designation> standing(TargetId target) {
        return of(target).filter(one -> one.to() == null).findFirst();
    }

    /** The date on which a designation of {@code target} was last revoked. */
    Optional<LocalDate> lastRevoked(TargetId target) {
        return of(target).flatMap(one -> Stream.ofNullable(one.to())).max(LocalDate::compareTo);
    }

    /** The greatest number of targets that are designated at a time on {@code day} or later. */
    int mostFrom(LocalDate day) {
        return Stream.concat(Stream.of(day), all.stream().map(Designation::from).filter(day::isBefore))
                .distinct()
                .mapToInt(begin ->
                        (int) all.stream().filter(one -> one.standsOn(begin)).count())
                .max()
                .orElse(0);
    }

    /**
     * The same, each designation ended by the removal of its target at the latest.
     *
     * @param standing what is known of a target
     */
    Designated endedByRemovals(Function<TargetId, TargetStanding> standing) {
        return new Designated(all.stream()
                .map(one -> one.endedBy(standing.apply(one.target()).withdrawnOn()))
                .toList());
    }

    Designated with(TargetId target, LocalDate from) {
        List<Designation> more = new ArrayList<>(all);
        more.add(new Designation(target, from, null));
        return new Designated(more);
    }

    Designated without(TargetId target, LocalDate to) {
        return new Designated(all.stream()
                .map(one ->
                        one.target().equals(target) && one.to() == null ? new Designation(target, one.from(), to) : one)
                .toList());
    }

    private Stream<Designation> of(TargetId target) {
        return all.stream().filter(one -> one.target().equals(target));
    }
}
