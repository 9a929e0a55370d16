package org.maaledger.query.row;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.query.moment.Snapshot;

/** The texts behind the commitments in events, joined from the vault when they are read, so that one that is erased is gone. */
public final class TextQueries {

    private TextQueries() {}

    /** The texts of {@code refs}; one that was erased is missing. */
    public static Map<TextRef, String> texts(Snapshot snapshot, Collection<? extends @Nullable TextRef> refs) {
        TextRef[] wanted = refs.stream().filter(Objects::nonNull).distinct().toArray(TextRef[]::new);
        Map<TextRef, String> texts = new HashMap<>();
        if (wanted.length > 0) {
            snapshot.sql("select ref, text from vault.text where ref = any (:refs)")
                    .param("refs", Arrays.stream(wanted).map(TextRef::value).toArray(String[]::new))
                    .query(row -> {
                        texts.put(new TextRef(row.getString("ref")), row.getString("text"));
                    });
        }
        for (TextRef ref : wanted) {
            snapshot.says(ref, texts.get(ref));
        }
        return texts;
    }
}
