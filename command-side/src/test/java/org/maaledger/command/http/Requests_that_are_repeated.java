package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.http.RequestScene.DRAFT;
import static org.maaledger.command.http.RequestScene.key;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.testing.CommandNode.Reply;
import org.maaledger.log.Idempotency;

/** Requests that are sent more than once: what their key is worth. */
class Requests_that_are_repeated {

    private final RequestScene scene = new RequestScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void sent_again_with_their_key_get_the_first_answer_also_from_another_node() {
        Reply first = scene.draft("draft-1");
        Reply second = scene.draft("draft-1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        scene.restart();
        assertThat(scene.draft("draft-1").body()).isEqualTo(first.body());
    }

    @Test
    void are_carried_out_once_when_they_arrive_all_at_the_same_time() throws Exception {
        long before = scene.ledger.reader().head();
        List<Callable<Reply>> same = IntStream.range(0, 12)
                .<Callable<Reply>>mapToObj(i -> () -> scene.draft("draft-1"))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : threads.invokeAll(same)) {
                assertThat(reply.get().status()).isEqualTo(201);
                assertThat(reply.get().body().path("position").asLong()).isEqualTo(before + 1);
            }
        }
        assertThat(scene.ledger.reader().head()).isEqualTo(before + 1);
    }

    @Test
    void that_differ_under_a_used_key_are_refused() {
        scene.draft("draft-1");
        Reply other = scene.node.post(
                officer(MIDDLESBROUGH), "/v1/agreements", DRAFT.replace("2011-03-31", "2012-03-31"), key("draft-1"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void under_the_key_of_an_import_are_refused() {
        String client = officer(MIDDLESBROUGH).id().toString();
        assertThat(new Idempotency(scene.ledger.app()).claim(client, "import-1", "hash"))
                .isTrue();
        Reply draft = scene.draft("import-1");
        assertThat(draft.status()).isEqualTo(422);
        assertThat(draft.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void of_different_clients_may_use_the_same_key() {
        assertThat(scene.draft("1").status()).isEqualTo(201);
        String ofStockton =
                DRAFT.replace("\"responsibleAuthority\": \"E06000002\"", "\"responsibleAuthority\": \"E06000004\"");
        assertThat(scene.node
                        .post(officer(STOCKTON), "/v1/agreements", ofStockton, key("1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void without_a_usable_key_are_refused() {
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, Map.of())
                        .code())
                .isEqualTo("idempotency-key-missing");
        Reply reply = scene.node.post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, key("with space"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("idempotency-key-unreadable");
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, key("x".repeat(129)))
                        .code())
                .isEqualTo("idempotency-key-unreadable");
    }

    @Test
    void that_were_refused_are_not_remembered() {
        String id = scene.draft("draft-1").body().path("agreementId").asText();
        String sign = "/v1/agreements/" + id + "/signature";
        String early = "{\"actedOn\": \"2008-04-30\"}";
        assertThat(scene.node.post(minister(), sign, early, key("sign-1", "*")).status())
                .isEqualTo(422);
        assertThat(scene.node
                        .post(minister(), sign, "{\"actedOn\": \"2008-06-30\"}", key("sign-1", "*"))
                        .status())
                .isEqualTo(200);
    }
}
