package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.http.RequestScene.accepted;
import static org.maaledger.command.http.RequestScene.key;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.testing.CommandNode.Reply;
import org.maaledger.command.testing.Stories;
import org.maaledger.kernel.target.TargetId;

/** Requests over HTTP that take a target through its life. */
class Requests_about_targets {

    private final RequestScene scene = new RequestScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void designate_by_the_address_of_the_target_and_record_in_the_agreement() {
        Stories.draft(scene.node);
        TargetId target = Stories.agreedTargets(scene.node, 1).getFirst();
        Stories.sign(scene.node);
        String designation = "/v1/targets/" + target + "/designation";
        String on = "{\"actedOn\": \"2008-07-10\"}";
        assertThat(scene.node
                        .post(minister(), designation, on, key("1", "\"1\""))
                        .status())
                .isEqualTo(412);
        Reply reply = scene.node.post(minister(), designation, on, key("1", "\"4\""));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("events").path(0).path("name").asText()).isEqualTo("target-designated");
        assertThat(reply.body().path("version").asInt()).isEqualTo(3);
        assertThat(reply.body().path("agreementId").asText())
                .as("whose version that is")
                .isEqualTo(AGREEMENT.toString());
        assertThat(reply.header("ETag"))
                .as("the version of the target, which is the same as before")
                .isEqualTo("\"4\"");
        assertThat(accepted(scene.node.post(minister(), designation + "/revocation", "{\"actedOn\": \"2008-07-12\"}"))
                        .header("ETag"))
                .as("also where no version was named")
                .isEqualTo("\"4\"");
        accepted(scene.node.post(
                officer(MIDDLESBROUGH),
                "/v1/targets/" + target + "/withdrawal",
                "{\"reason\": \"Merged\", \"actedOn\": \"2008-08-01\"}"));
        Reply again = scene.node.post(minister(), designation, on, key("1", "\"4\""));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("ETag")).as("as the first answer had it").isEqualTo("\"4\"");
        assertThat(scene.node
                        .post(minister(), "/v1/targets/" + AGREEMENT + "/designation", on)
                        .code())
                .isEqualTo("target-unknown");
    }

    @Test
    void designate_the_same_target_however_its_id_is_written() {
        Stories.draft(scene.node);
        String target = Stories.agreedTargets(scene.node, 1).getFirst().toString();
        Stories.sign(scene.node);
        String on = "{\"actedOn\": \"2008-07-10\"}";
        Reply none = scene.node.post(minister(), "/v1/targets/" + target + "x/designation", on, key("1", "\"4\""));
        assertThat(none.code()).isEqualTo("request-invalid");
        assertThat(none.body().at("/errors/0/field").asText()).isEqualTo("/targetId");
        String capitals = "/v1/targets/" + target.toUpperCase(Locale.ROOT) + "/designation";
        Reply designated = accepted(scene.node.post(minister(), capitals, on, key("2", "\"4\"")));
        assertThat(designated.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void take_a_target_through_its_life() {
        Stories.draft(scene.node);
        Stories.sign(scene.node);
        Reply proposed = scene.node.post(officer(MIDDLESBROUGH), "/v1/agreements/" + AGREEMENT + "/targets", """
                {"indicator": "ni:154", "area": "E06000002", "relatesTo": ["E06000002", "police:cleveland"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-07-01"}""");
        assertThat(proposed.status()).isEqualTo(201);
        String target = "/v1/targets/" + proposed.body().path("targetId").asText();
        assertThat(proposed.header("Location")).isEqualTo(target);
        accepted(scene.node.post(governmentOffice(), target + "/offers", """
                {"offer": {"period": "2010-04-01/P1Y", "value": "950"}, "actedOn": "2008-07-02"}"""));
        String consent = "{\"offerNumber\": 2, \"actedOn\": \"2008-07-03\"}";
        accepted(scene.node.post(partner(POLICE), target + "/consent-refusals", consent));
        accepted(scene.node.post(partner(POLICE), target + "/consents", consent));
        accepted(scene.node.post(officer(MIDDLESBROUGH), target + "/consents", consent));
        accepted(scene.node.post(officer(MIDDLESBROUGH), target + "/baseline-gap", """
                {"owner": "E06000002", "fillBy": "2008-12-31", "reason": "A survey is under way", "actedOn": "2008-07-03"}"""));
        accepted(scene.node.post(officer(MIDDLESBROUGH), target + "/baseline", """
                {"baseline": {"period": "2007-04-01/P1Y", "value": "600"},
                 "source": {"name": "Net additional homes 2007-08"}, "actedOn": "2008-07-03"}"""));
        accepted(scene.node.post(governmentOffice(), target + "/trajectory", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "800"},
                 {"period": "2010-04-01/P1Y", "value": "950"}], "actedOn": "2008-07-04"}"""));
        accepted(scene.node.post(officer(MIDDLESBROUGH), target + "/renegotiations", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "620"},
                 {"period": "2010-04-01/P1Y", "value": "750"}], "ground": "unforeseen-circumstances",
                 "explanation": "The recession", "actedOn": "2009-01-05"}"""));
        String on = "{\"actedOn\": \"2009-02-01\"}";
        accepted(scene.node.post(partner(POLICE), target + "/renegotiations/1/consent-refusals", on));
        accepted(scene.node.post(partner(POLICE), target + "/renegotiations/1/consents", on));
        Reply approved = accepted(scene.node.post(governmentOffice(), target + "/renegotiations/1/approval", on));
        assertThat(approved.body()
                        .path("events")
                        .path(0)
                        .path("payload")
                        .path("trajectory")
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(scene.node
                        .post(governmentOffice(), target + "/renegotiations/one/approval", on)
                        .status())
                .isEqualTo(400);
        assertThat(scene.node
                        .post(governmentOffice(), target + "/renegotiations/2/refusal", on)
                        .code())
                .isEqualTo("renegotiation-unknown");
        accepted(scene.node.post(officer(MIDDLESBROUGH), target + "/withdrawal-proposals", """
                {"reason": "Merged with another", "actedOn": "2009-03-01"}"""));
        String later = "{\"actedOn\": \"2009-03-02\"}";
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), target + "/renegotiations/2/approval", later)
                        .code())
                .isEqualTo("consents-missing");
        accepted(scene.node.post(partner(POLICE), target + "/renegotiations/2/consents", later));
        Reply withdrawn =
                accepted(scene.node.post(officer(MIDDLESBROUGH), target + "/renegotiations/2/approval", later));
        assertThat(withdrawn.body().path("events").path(0).path("name").asText())
                .isEqualTo("target-withdrawn");
    }

    @Test
    void that_take_one_kind_of_thing_for_another_are_refused() {
        Stories.draft(scene.node);
        TargetId target = Stories.agreedTargets(scene.node, 1).getFirst();
        String offer = """
                {%s"indicator": "ni:154", "area": "E06000002", "relatesTo": ["E06000002"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-05-03"}""";
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), "/v1/agreements/" + target + "/targets", offer.formatted(""))
                        .code())
                .isEqualTo("agreement-unknown");
        assertThat(scene.node
                        .post(
                                officer(MIDDLESBROUGH),
                                "/v1/agreements/" + AGREEMENT + "/targets",
                                offer.formatted("\"targetId\": \"" + AGREEMENT + "\", "))
                        .code())
                .isEqualTo("id-taken");
        assertThat(scene.node
                        .post(officer(MIDDLESBROUGH), "/v1/targets/" + AGREEMENT + "/withdrawal", "{}")
                        .code())
                .isEqualTo("target-unknown");
        assertThat(scene.node
                        .post(minister(), "/v1/agreements/" + target + "/signature", "{}")
                        .code())
                .isEqualTo("agreement-unknown");
        assertThat(scene.node
                        .post(minister(), "/v1/agreements/anything/signature", "{}")
                        .status())
                .isEqualTo(400);
    }
}
