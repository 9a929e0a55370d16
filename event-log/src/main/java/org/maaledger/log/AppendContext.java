package org.maaledger.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.provenance.TextRef;

/**
 * What belongs to one append beside its events: streams that were consulted, texts for the vault, the idempotency key; and, once
 * it is recorded, the receipt. It lives in the root unit of work of a command and is used by one thread.
 */
public final class AppendContext {

    private static final String RESOURCE = AppendContext.class.getName();

    /** A text and its salt, for the vault. */
    record VaultText(
            TextRef ref,
            String text,
            @SuppressWarnings("ArrayRecordComponent") byte[] salt) {}

    /** A claim on an idempotency key. */
    record Claim(String client, String key, String requestHash) {}

    private final Map<String, Long> reads = new HashMap<>();
    private final List<VaultText> texts = new ArrayList<>();
    private final List<Recorded> receipt = new ArrayList<>();
    private @Nullable Claim claim;

    /** The context of {@code unit}'s root, made on demand. */
    public static AppendContext of(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(RESOURCE, _ -> new AppendContext());
    }

    /** The context of the unit of work that this thread is in. */
    public static AppendContext current() {
        return of(CurrentUnitOfWork.get());
    }

    /**
     * Names a stream that the decision rests on, with the last sequence that was seen of it (-1: it was empty). If the stream has
     * moved on when the append is made, the append fails as a conflict.
     */
    public void read(String stream, long lastSequenceSeen) {
        Long before = reads.putIfAbsent(stream, lastSequenceSeen);
        if (before != null && before != lastSequenceSeen) {
            throw new org.axonframework.modelling.command.ConcurrencyException(
                    "stream %s was seen at %d and at %d in one decision".formatted(stream, before, lastSequenceSeen));
        }
    }

    /** Puts {@code text} into the vault in the same transaction; {@code ref} must be its commitment under {@code salt}. */
    public void vault(TextRef ref, String text, byte[] salt) {
        if (!TextRef.to(text, salt).equals(ref)) {
            throw new IllegalArgumentException("the reference is not the commitment to this text under this salt");
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("a text cannot hold U+0000 or half a character: remove it");
        }
        texts.add(new VaultText(ref, text, salt.clone()));
    }

    /** Claims {@code key} for {@code client}; if it was used before, the append fails as a duplicate. */
    public void idempotency(String client, String key, String requestHash) {
        Shape.refuseUnprintable("client", client);
        Shape.refuseUnprintable("idempotency key", key);
        claim = new Claim(client, key, requestHash);
    }

    /** Where the events were recorded, in their order; empty before the commit. */
    public List<Recorded> receipt() {
        return List.copyOf(receipt);
    }

    Map<String, Long> reads() {
        return Map.copyOf(reads);
    }

    List<VaultText> texts() {
        return List.copyOf(texts);
    }

    @Nullable Claim claim() {
        return claim;
    }

    void recorded(List<Recorded> recorded) {
        receipt.addAll(recorded);
    }
}
