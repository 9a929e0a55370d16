package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.CommandNode.Reply;
import org.maaledger.command.testing.Stories;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.Vault;
import org.maaledger.log.testing.LedgerDatabase;

/** Requests over HTTP to the whole command side: answers, the idempotency key, the version that was seen, problems. */
class Requests_that_write {

    private static final String DRAFT = """
            {"kind": "multi-area-agreement", "title": "Tees Valley Multi Area Agreement", "edition": "laa-maa-2008",
             "from": "2008-04-01", "to": "2011-03-31", "area": "maa:tees-valley",
             "responsibleAuthority": "E06000002", "governmentOffice": "go:north-east",
             "members": ["E06000002", "E06000004"], "partners": ["police:cleveland"], "actedOn": "2008-05-01"}""";

    private final LedgerDatabase ledger = LedgerDatabase.create();
    private CommandNode node = new CommandNode(ledger);

    @BeforeEach
    void tell() {
        Stories.referenceData(node);
    }

    @AfterEach
    void close() {
        node.close();
        ledger.close();
    }

    private static Map<String, String> key(String key) {
        return Map.of("Idempotency-Key", key);
    }

    private static Map<String, String> key(String key, String ifMatch) {
        return Map.of("Idempotency-Key", key, "If-Match", ifMatch);
    }

    private Reply draft(String key) {
        return node.post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, key(key));
    }

    @Test
    void are_answered_with_position_version_and_events() {
        long before = ledger.reader().head();
        Reply reply = draft("draft-1");
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
        Reply reply = draft("draft-1");
        TextRef title = new TextRef(reply.body()
                .path("events")
                .path(0)
                .path("payload")
                .path("title")
                .asText());
        assertThat(new Vault(ledger.app()).texts(List.of(title)))
                .isEqualTo(Map.of(title, "Tees Valley Multi Area Agreement"));
    }

    @Test
    void say_in_each_event_who_acted_on_which_date_by_which_command() {
        Reply reply = draft("draft-1");
        var event = ledger.reader()
                .after(reply.body().path("position").asLong() - 1, 1)
                .getFirst();
        assertThat(event.actor()).isEqualTo(officer(MIDDLESBROUGH));
        assertThat(event.actedOn()).isEqualTo("2008-05-01");
        assertThat(event.envelope().command()).isEqualTo("draftAgreement");
    }

    @Test
    void sent_again_with_their_key_get_the_first_answer_also_from_another_node() {
        Reply first = draft("draft-1");
        Reply second = draft("draft-1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        node.close();
        node = new CommandNode(ledger);
        assertThat(draft("draft-1").body()).isEqualTo(first.body());
    }

    @Test
    void are_carried_out_once_when_they_arrive_all_at_the_same_time() throws Exception {
        long before = ledger.reader().head();
        List<Callable<Reply>> same = IntStream.range(0, 12)
                .<Callable<Reply>>mapToObj(i -> () -> draft("draft-1"))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : threads.invokeAll(same)) {
                assertThat(reply.get().status()).isEqualTo(201);
                assertThat(reply.get().body().path("position").asLong()).isEqualTo(before + 1);
            }
        }
        assertThat(ledger.reader().head()).isEqualTo(before + 1);
    }

    @Test
    void that_differ_under_a_used_key_are_refused() {
        draft("draft-1");
        Reply other = node.post(
                officer(MIDDLESBROUGH), "/v1/agreements", DRAFT.replace("2011-03-31", "2012-03-31"), key("draft-1"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void of_different_clients_may_use_the_same_key() {
        assertThat(draft("1").status()).isEqualTo(201);
        String ofStockton =
                DRAFT.replace("\"responsibleAuthority\": \"E06000002\"", "\"responsibleAuthority\": \"E06000004\"");
        assertThat(node.post(officer(STOCKTON), "/v1/agreements", ofStockton, key("1"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void without_a_usable_key_are_refused() {
        assertThat(node.post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, Map.of())
                        .code())
                .isEqualTo("idempotency-key-missing");
        Reply reply = node.post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, key("with space"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("idempotency-key-unreadable");
        assertThat(node.post(officer(MIDDLESBROUGH), "/v1/agreements", DRAFT, key("x".repeat(129)))
                        .code())
                .isEqualTo("idempotency-key-unreadable");
    }

    @Test
    void that_change_something_name_the_version_they_were_made_on() {
        String id = draft("draft-1").body().path("agreementId").asText();
        String parties = "/v1/agreements/" + id + "/parties";
        String hartlepool = """
                {"body": "E06000001", "role": "member", "actedOn": "2008-05-02"}""";
        Reply without = node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1"));
        assertThat(without.status()).isEqualTo(428);
        assertThat(without.code()).isEqualTo("if-match-missing");
        assertThat(node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1", "3"))
                        .code())
                .isEqualTo("if-match-unreadable");
        Reply stale = node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1", "\"7\""));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale-view");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        assertThat(stale.body().path("detail").asText()).contains("1");
        Reply right = node.post(officer(MIDDLESBROUGH), parties, hartlepool, key("join-1", "\"1\""));
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void on_an_old_version_tell_a_stranger_nothing_of_it() {
        String id = draft("draft-1").body().path("agreementId").asText();
        Reply stranger =
                node.post(officer(HARTLEPOOL), "/v1/agreements/" + id + "/signature", "{}", key("sign-1", "\"7\""));
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.code()).isEqualTo("agreement-unknown");
    }

    @Test
    void that_are_refused_name_rule_remedy_and_source() {
        String id = draft("draft-1").body().path("agreementId").asText();
        Reply reply = node.post(officer(MIDDLESBROUGH), "/v1/agreements/" + id + "/signature", "{}");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.response().getContentType()).isEqualTo("application/problem+json");
        assertThat(reply.body().path("type").asText()).isEqualTo("/problems/not-minister");
        assertThat(reply.body().path("title").asText()).isEqualTo("Not minister");
        for (String field : List.of("detail", "rule", "remedy", "source")) {
            assertThat(reply.body().path(field).asText()).as(field).isNotBlank();
        }
    }

    @Test
    void that_were_refused_are_not_remembered() {
        String id = draft("draft-1").body().path("agreementId").asText();
        String sign = "/v1/agreements/" + id + "/signature";
        String early = "{\"actedOn\": \"2008-04-30\"}";
        assertThat(node.post(minister(), sign, early, key("sign-1", "*")).status())
                .isEqualTo(422);
        assertThat(node.post(minister(), sign, "{\"actedOn\": \"2008-06-30\"}", key("sign-1", "*"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_acts_that_have_not_come_yet_are_refused() {
        Reply reply = node.post(
                officer(MIDDLESBROUGH), "/v1/agreements", DRAFT.replace("2008-05-01", "2026-03-03"), key("draft-1"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("errors").path(0).path("field").asText()).isEqualTo("/actedOn");
    }

    @Test
    void choose_the_id_of_what_they_make_or_leave_it_to_the_ledger() {
        String chosen = DRAFT.replaceFirst("\\{", "{\"agreementId\": \"" + AGREEMENT + "\", ");
        Reply reply = node.post(officer(MIDDLESBROUGH), "/v1/agreements", chosen, key("draft-1"));
        assertThat(reply.body().path("agreementId").asText()).isEqualTo(AGREEMENT.toString());
        assertThat(node.post(officer(MIDDLESBROUGH), "/v1/agreements", chosen, key("draft-2"))
                        .code())
                .isEqualTo("agreement-already-drafted");
    }

    @Test
    void designate_by_the_address_of_the_target_and_record_in_the_agreement() {
        Stories.draft(node);
        TargetId target = Stories.agreedTargets(node, 1).getFirst();
        Stories.sign(node);
        String designation = "/v1/targets/" + target + "/designation";
        String on = "{\"actedOn\": \"2008-07-10\"}";
        assertThat(node.post(minister(), designation, on, key("1", "\"1\"")).status())
                .isEqualTo(412);
        Reply reply = node.post(minister(), designation, on, key("1", "\"4\""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("events").path(0).path("name").asText()).isEqualTo("target-designated");
        assertThat(reply.body().path("version").asInt()).isEqualTo(3);
        assertThat(reply.header("ETag"))
                .as("the version is the agreement's, not the target's")
                .isNull();
        assertThat(node.post(minister(), "/v1/targets/" + AGREEMENT + "/designation", on)
                        .code())
                .isEqualTo("target-unknown");
    }

    @Test
    void take_a_target_through_its_life() {
        Stories.draft(node);
        Stories.sign(node);
        Reply proposed = node.post(officer(MIDDLESBROUGH), "/v1/agreements/" + AGREEMENT + "/targets", """
                {"indicator": "ni:154", "area": "E06000002", "relatesTo": ["E06000002", "police:cleveland"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-07-01"}""");
        assertThat(proposed.status()).isEqualTo(201);
        String target = "/v1/targets/" + proposed.body().path("targetId").asText();
        assertThat(proposed.header("Location")).isEqualTo(target);
        accepted(node.post(governmentOffice(), target + "/offers", """
                {"offer": {"period": "2010-04-01/P1Y", "value": "950"}, "actedOn": "2008-07-02"}"""));
        String consent = "{\"offerNumber\": 2, \"actedOn\": \"2008-07-03\"}";
        accepted(node.post(partner(POLICE), target + "/consent-refusals", consent));
        accepted(node.post(partner(POLICE), target + "/consents", consent));
        accepted(node.post(officer(MIDDLESBROUGH), target + "/consents", consent));
        accepted(node.post(officer(MIDDLESBROUGH), target + "/baseline-gap", """
                {"owner": "E06000002", "fillBy": "2008-12-31", "reason": "A survey is under way", "actedOn": "2008-07-03"}"""));
        accepted(node.post(officer(MIDDLESBROUGH), target + "/baseline", """
                {"baseline": {"period": "2007-04-01/P1Y", "value": "600"},
                 "source": {"name": "Net additional homes 2007-08"}, "actedOn": "2008-07-03"}"""));
        accepted(node.post(governmentOffice(), target + "/trajectory", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "800"},
                 {"period": "2010-04-01/P1Y", "value": "950"}], "actedOn": "2008-07-04"}"""));
        accepted(node.post(officer(MIDDLESBROUGH), target + "/renegotiations", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "620"},
                 {"period": "2010-04-01/P1Y", "value": "750"}], "ground": "unforeseen-circumstances",
                 "explanation": "The recession", "actedOn": "2009-01-05"}"""));
        String on = "{\"actedOn\": \"2009-02-01\"}";
        accepted(node.post(partner(POLICE), target + "/renegotiations/1/consent-refusals", on));
        accepted(node.post(partner(POLICE), target + "/renegotiations/1/consents", on));
        Reply approved = accepted(node.post(governmentOffice(), target + "/renegotiations/1/approval", on));
        assertThat(approved.body()
                        .path("events")
                        .path(0)
                        .path("payload")
                        .path("trajectory")
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(node.post(governmentOffice(), target + "/renegotiations/one/approval", on)
                        .status())
                .isEqualTo(400);
        assertThat(node.post(governmentOffice(), target + "/renegotiations/2/refusal", on)
                        .code())
                .isEqualTo("renegotiation-unknown");
        accepted(node.post(officer(MIDDLESBROUGH), target + "/withdrawal-proposals", """
                {"reason": "Merged with another", "actedOn": "2009-03-01"}"""));
        String later = "{\"actedOn\": \"2009-03-02\"}";
        assertThat(node.post(officer(MIDDLESBROUGH), target + "/renegotiations/2/approval", later)
                        .code())
                .isEqualTo("consents-missing");
        accepted(node.post(partner(POLICE), target + "/renegotiations/2/consents", later));
        Reply withdrawn = accepted(node.post(officer(MIDDLESBROUGH), target + "/renegotiations/2/approval", later));
        assertThat(withdrawn.body().path("events").path(0).path("name").asText())
                .isEqualTo("target-withdrawn");
    }

    @Test
    void that_take_one_kind_of_thing_for_another_are_refused() {
        Stories.draft(node);
        TargetId target = Stories.agreedTargets(node, 1).getFirst();
        String offer = """
                {%s"indicator": "ni:154", "area": "E06000002", "relatesTo": ["E06000002"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-05-03"}""";
        assertThat(node.post(officer(MIDDLESBROUGH), "/v1/agreements/" + target + "/targets", offer.formatted(""))
                        .code())
                .isEqualTo("agreement-unknown");
        assertThat(node.post(
                                officer(MIDDLESBROUGH),
                                "/v1/agreements/" + AGREEMENT + "/targets",
                                offer.formatted("\"targetId\": \"" + AGREEMENT + "\", "))
                        .code())
                .isEqualTo("id-taken");
        assertThat(node.post(officer(MIDDLESBROUGH), "/v1/targets/" + AGREEMENT + "/withdrawal", "{}")
                        .code())
                .isEqualTo("target-unknown");
        assertThat(node.post(minister(), "/v1/agreements/" + target + "/signature", "{}")
                        .code())
                .isEqualTo("agreement-unknown");
        assertThat(node.post(minister(), "/v1/agreements/anything/signature", "{}")
                        .status())
                .isEqualTo(400);
    }

    private static Reply accepted(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }
}
