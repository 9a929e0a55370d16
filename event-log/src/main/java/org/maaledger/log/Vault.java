package org.maaledger.log;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.TextRef;

/**
 * What may have to be forgotten: the texts behind the commitments in events, and whom an actor's opaque id stands for. Texts are
 * written by an append, in its transaction ({@link AppendContext#vault}).
 */
public final class Vault {

    private static final String TEXTS = "SELECT ref, text FROM vault.text WHERE ref = ANY (?)";
    private static final String ACTOR = "SELECT actor FROM vault.actor WHERE issuer = ? AND subject = ?";
    private static final String NEW_ACTOR =
            "INSERT INTO vault.actor (issuer, subject) VALUES (?, ?) ON CONFLICT (issuer, subject) DO NOTHING";

    private final DataSource database;

    /** A vault in {@code database}. */
    public Vault(DataSource database) {
        this.database = database;
    }

    /** The texts behind {@code refs}; one that was erased is missing from the answer. */
    public Map<TextRef, String> texts(Collection<TextRef> refs) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        return Jdbc.list(
                        database,
                        TEXTS,
                        statement -> Jdbc.setTexts(
                                statement,
                                1,
                                refs.stream().map(TextRef::value).distinct().toList()),
                        row -> new SimpleImmutableEntry<>(new TextRef(row.getString(1)), row.getString(2)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The opaque id of {@code subject} of {@code issuer}, made when it is first asked for and the same ever after. */
    public ActorId actor(String issuer, String subject) {
        List<ActorId> known = find(issuer, subject);
        if (known.isEmpty()) {
            Jdbc.update(database, NEW_ACTOR, statement -> {
                statement.setString(1, issuer);
                statement.setString(2, subject);
            });
            known = find(issuer, subject);
        }
        return known.getFirst();
    }

    private List<ActorId> find(String issuer, String subject) {
        return Jdbc.list(
                database,
                ACTOR,
                statement -> {
                    statement.setString(1, issuer);
                    statement.setString(2, subject);
                },
                row -> new ActorId(row.getObject(1, UUID.class)));
    }
}
