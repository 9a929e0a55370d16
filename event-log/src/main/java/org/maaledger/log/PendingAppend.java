package org.maaledger.log;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Events that stand or fall together, all that must still be true for them, and the caller who waits. */
record PendingAppend(
        List<EnvelopeWriter.Rendered> events,
        Map<String, Long> reads,
        List<AppendContext.VaultText> texts,
        AppendContext.@Nullable Claim claim,
        CompletableFuture<List<Recorded>> answer) {

    int bytes() {
        return events.stream().mapToInt(EnvelopeWriter.Rendered::bytes).sum();
    }

    void fail(RuntimeException reason) {
        answer.completeExceptionally(reason);
    }
}
