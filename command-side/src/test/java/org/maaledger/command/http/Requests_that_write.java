package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.http.RequestScene.DRAFT;
import static org.maaledger.command.http.RequestScene.key;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.command.testing.CommandNode.Reply;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.Vault;

/** Requests over HTTP to the whole command side: answers, the version that was seen, problems. */
class Requests_that_write {

    private final RequestScene scene = new RequestScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void are_answered_with_position_version_and_events() {
        long before = scene.ledger.reader().head();
        Reply reply = scene.draft("draft-1");
        assertThat(reply.status()).isEqualTo(201);
        String id = reply.body().path("agreementId").asText();
        assertThat(reply.header("Location")).isEqualTo("/v1/agreements/" + id);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.body().path("position").asLong()).isEqualTo(before + 1);
        assertThat(reply.body().path("version").asInt()).isEqualTo(1);
        assertThat(reply.body().path("actedOn").asText()).isEqualTo("2008-05-01");
        assertThat(reply.body().path("enteredLate").asBoolean()).isTrue();
        assertThat(reply.body().path("recordedAt").asText()).endsWith("Z");
        assertThat(reply.body().path("events")).hasSize(1);
        assertThat(reply.body().path("events").path(0).path("name").asText()).isEqualTo("agreement-drafted");
        assertThat(reply.body().path("events").path(0).path("revision").asInt()).isEqualTo(1);
        assertThat(reply.body().path("events").path(0).path("sequence").asInt()).isZero();
    }

    @Test
    void put_free_text_into_the_vault_and_only_its_reference_into_the_event() {
        Reply reply = scene.draft("draft-1");
        TextRef title = new TextRef(reply.body()
                .path("events")
                .path(0)
                .path("payload")
                .path("title")
                .asText());
        assertThat(new Vault(scene.ledger.app()).texts(List.of(title)))
                .isEqualTo(Map.of(title, "Tees Valley Multi Area Agreement"));
    }

    @Test
    void say_in_each_event_who_acted_on_which_date_by_which_command() {
        Reply reply = scene.draft("draft-1");
        var event = scene.ledger
                .reader()
                .after(reply.body().path("position").asLong() - 1, 1)
                .getFirst();
        assertThat(event.actor()).isEqualTo(officer(MIDDLESBROUGH));
        assertThat(event.actedOn()).isEqualTo("2008-05-01");
        assertThat(event.envelope().command()).isEqualTo("draftAgreement");
    }

    @Test
    void that_change_something_name_the_version_they_were_made_on() {
        String id = scene.draft("draft-1").body().path("agreementId").asText();
        String parties = "/v1/agreements/" + id + "/parties";
        String hartlepool = """
                {"body": "E06000001", "role": "member", "actedOn": "2008-05-02"}""";
        Reply without = scene.node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1"));
        assertThat(without.status()).isEqualTo(428);
        assertThat(without.code()).isEqualTo("if-match-missing");
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1", "3"))
                        .code())
                .isEqualTo("if-match-unreadable");
        Reply stale = scene.node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1", "\"7\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale-view");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        assertThat(stale.body().path("detail").asText()).contains("1");
        Reply right = scene.node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1", "\"1\""));
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "W/\"1\"",
                "\"1\", \"2\"",
                "\"01\"",
                "\"-1\"",
                "\"1",
                "\"99999999999999999999\"",
                "",
                "**",
                "\"\""
            })
    void that_name_no_one_version_are_refused(String ifMatch) {
        Reply reply =
                scene.node.post(minister(), "/v1/agreements/" + AGREEMENT + "/signature", "{}", key("sign-1", ifMatch));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("if-match-unreadable");
    }

    @Test
    void have_no_parameters() {
        Reply reply = scene.node.post(officer(MIDDLESBROUGH), "/v1/agreements?check=true", DRAFT, key("draft-1"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("parameter-unknown");
    }

    @Test
    void are_not_packed() {
        Reply reply = scene.node.post(
                officer(MIDDLESBROUGH),
                "/v1/agreements",
                DRAFT,
                Map.of("Idempotency-Key", "draft-1", "Content-Encoding", "gzip"));
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("content-encoding-unsupported");
    }

    @Test
    void on_an_old_version_tell_a_stranger_nothing_of_it() {
        String id = scene.draft("draft-1").body().path("agreementId").asText();
        Reply stranger = scene.node.post(
                officer(HARTLEPOOL), "/v1/agreements/" + id + "/signature", "{}", key("sign-1", "\"7\""));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.code()).isEqualTo("agreement-unknown");
    }

    @Test
    void that_are_refused_name_rule_remedy_and_source() {
        String id = scene.draft("draft-1").body().path("agreementId").asText();
        Reply reply = scene.node.post(officer(MIDDLESBROUGH), "/v1/agreements/" + id + "/signature", "{}");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(reply.body().path("type").asText()).isEqualTo("/problems/not-minister");
        assertThat(reply.body().path("title").asText()).isEqualTo("Not minister");
        for (String field : List.of("detail", "rule", "remedy", "source")) {
            assertThat(reply.body().path(field).asText()).as(field).isNotBlank();
        }
    }

    @Test
    void of_acts_that_have_not_come_yet_are_refused() {
        Reply reply = scene.node.post(
                officer(MIDDLESBROUGH), "/v1/agreements", DRAFT.replace("2008-05-01", "2026-03-03"), key("draft-1"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("errors").path(0).path("field").asText()).isEqualTo("/actedOn");
    }

    @Test
    void choose_the_id_of_what_they_make_or_leave_it_to_the_ledger() {
        String chosen = DRAFT.replaceFirst("\\{", "{\"agreementId\": \"" + AGREEMENT + "\", ");
        Reply reply = scene.node.post(officer(MIDDLESBROUGH), "/v1/agreements", chosen, key("draft-1"));
        assertThat(reply.body().path("agreementId").asText()).isEqualTo(AGREEMENT.toString());
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), "/v1/agreements", chosen, key("draft-2"))
                        .code())
                .isEqualTo("agreement-already-drafted");
    }
}
