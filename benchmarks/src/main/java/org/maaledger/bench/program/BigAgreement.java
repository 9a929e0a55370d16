package org.maaledger.bench.program;

import java.io.IOException;
import java.util.UUID;

/**
 * One agreement of one authority with many targets, each with a whole life of ten events, entered through the API as its parties
 * would, once it is signed: proposed, consented to, given a baseline and a trajectory, and renegotiated three times. All of it is made up.
 */
final class BigAgreement {

    static final String ID = "be000000-0000-4000-8000-000000000000";
    static final String AREA = "E06000001";
    private static final int RENEGOTIATIONS = 3;
    /** Events of a target: it is proposed, consented to, given a baseline and a trajectory, and renegotiated. */
    static final int EVENTS_EACH = 4 + 2 * RENEGOTIATIONS;

    private final Connection officer;
    private final Connection government;
    private final Connection provider;
    private final Connection minister;

    BigAgreement(int port, Tokens tokens) {
        this.officer = new Connection(port, tokens.of(AREA, "authority-officer"));
        this.government = new Connection(port, tokens.of("go:north-east", "government-office"));
        this.provider = new Connection(port, tokens.of("bench:provider", "data-provider"));
        this.minister = new Connection(port, tokens.of("dept:clg", "minister"));
    }

    /** The id of the target of number {@code number}. */
    static String target(int number) {
        return "be000000-0000-4000-8000-%012d".formatted(number + 1);
    }

    /** The body of a request that corrects a reading of the target of number {@code number}. */
    static String correction(int number, int value) {
        return """
                {"series": "%s~%s~all", "period": "2008-04-01/P1Y", "vintage": "final", "observation": {"value": "%d"},
                 "source": {"name": "made up for a benchmark"}, "actedOn": "2010-12-02"}""".formatted(indicator(number), AREA, value);
    }

    private static String indicator(int number) {
        return "bench:i%04d".formatted(number);
    }

    /**
     * Enters it with {@code targets} targets.
     *
     * @return the positions of the log after the draft, half of the targets, and all of them
     */
    long[] enter(int targets) throws IOException {
        try (officer;
                government;
                provider;
                minister) {
            say(provider, "/v1/imports/reference", "");
            long drafted = say(officer, "/v1/agreements", """
                    {"agreementId": "%s", "kind": "local-area-agreement", "title": "Made up for a benchmark",
                     "edition": "laa-maa-2008", "from": "2008-04-01", "to": "2011-03-31", "area": "%s",
                     "responsibleAuthority": "%s", "governmentOffice": "go:north-east",
                     "members": ["%s"], "partners": [], "actedOn": "2008-01-21"}""".formatted(ID, AREA, AREA, AREA));
            say(minister, "/v1/agreements/" + ID + "/signature", "{\"actedOn\": \"2008-01-28\"}");
            long half = drafted;
            long last = drafted;
            for (int number = 0; number < targets; number++) {
                last = target(number, indicator(number));
                half = number == targets / 2 ? last : half;
            }
            return new long[] {drafted, half, last};
        }
    }

    private long target(int number, String indicator) throws IOException {
        String id = "/v1/targets/" + target(number);
        say(provider, "/v1/indicators", """
                {"indicator": "%s", "definition": {"version": 1, "title": "Made-up indicator", "unit": "Number",
                 "polarity": "higher-is-better", "decimals": 1, "titleVerified": false},
                 "statutory": false, "source": {"name": "made up for a benchmark"}}""".formatted(indicator));
        say(officer, "/v1/agreements/" + ID + "/targets", """
                {"targetId": "%s", "indicator": "%s", "area": "%s", "relatesTo": ["%s"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "300"}, "actedOn": "2008-02-04"}""".formatted(target(number), indicator, AREA, AREA));
        say(government, id + "/consents", "{\"offerNumber\": 1, \"actedOn\": \"2008-02-11\"}");
        say(officer, id + "/baseline", """
                {"baseline": {"period": "2007-04-01/P1Y", "value": "180"},
                 "source": {"name": "made up for a benchmark"}, "actedOn": "2008-02-12"}""");
        long position = say(government, id + "/trajectory", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "220"}, {"period": "2009-04-01/P1Y", "value": "260"},
                 {"period": "2010-04-01/P1Y", "value": "300"}], "actedOn": "2008-02-20"}""");
        for (int year = 2007; year <= 2009; year++) {
            say(provider, "/v1/readings", """
                    {"series": "%s~%s~all", "period": "%d-04-01/P1Y", "vintage": "final", "observation": {"value": "%d"},
                     "source": {"name": "made up for a benchmark"}, "actedOn": "2010-12-01"}""".formatted(indicator, AREA, year, 180 + (year - 2007) * 35));
        }
        for (int i = 1; i <= RENEGOTIATIONS; i++) {
            say(officer, id + "/renegotiations", """
                    {"milestones": [{"period": "2008-04-01/P1Y", "value": "220"}, {"period": "2009-04-01/P1Y", "value": "%d"},
                     {"period": "2010-04-01/P1Y", "value": "%d"}],
                     "ground": "unforeseen-circumstances", "explanation": "Made up for a benchmark.", "actedOn": "2009-0%d-02"}""".formatted(250 - i, 290 - i, i));
            position = say(
                    officer, id + "/renegotiations/" + i + "/approval", "{\"actedOn\": \"2009-0%d-09\"}".formatted(i));
        }
        return position;
    }

    private static long say(Connection connection, String path, String json) throws IOException {
        return connection
                .post(path, json, UUID.randomUUID().toString())
                .good()
                .json()
                .path("position")
                .asLong();
    }
}
