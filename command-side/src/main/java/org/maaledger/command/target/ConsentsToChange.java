package org.maaledger.command.target;

import java.util.List;
import java.util.stream.Stream;
import org.maaledger.kernel.provenance.BodyId;

/** Whose consent the change of an agreed target needs. */
final class ConsentsToChange {

    private ConsentsToChange() {}

    /**
     * At the proposal: each party that the target relates to, and the responsible authority, for it is the one that changes a local
     * target and submits the change of a designated one (2007 Act, ss.110, 111). Who proposes consents thereby. The Government Office
     * approves, and so is not asked for a consent.
     */
    static List<BodyId> asked(Target.Proposal proposal, Setting setting) {
        return withResponsible(
                setting.concerned(proposal).stream(), setting.act().body(), setting);
    }

    /**
     * While it is open: of those who were asked, the parties that the target still relates to; and the responsible authority of now,
     * even where it became this only since. Who was asked as the responsible authority alone is not asked any more when it has ceased to
     * be this.
     */
    static List<BodyId> needed(Target.Proposal proposal, Target.Renegotiation open, Setting setting) {
        Stream<BodyId> concerned = setting.concerned(proposal).stream().filter(open.needed()::contains);
        return withResponsible(concerned, open.proposedBy(), setting);
    }

    private static List<BodyId> withResponsible(Stream<BodyId> concerned, BodyId proposer, Setting setting) {
        return Stream.concat(concerned, Stream.of(setting.terms().responsibleAuthority()))
                .filter(body -> !body.equals(proposer))
                .distinct()
                .toList();
    }
}
