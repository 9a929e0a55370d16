package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaEvent.AreaSucceeded;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;

/** Where a target may be set. Each sentence is checked on the pure state and through the shell. */
class AreasOfTargets {

    private static ProposeTarget propose(String area) {
        return new ProposeTarget(
                TARGET,
                AGREEMENT,
                HOMES,
                new AreaCode(area),
                null,
                List.of(MIDDLESBROUGH, POLICE),
                milestone(2010, "900"),
                null);
    }

    private static void accepted(Scenario scenario, String area) {
        TargetProposed one = proposed();
        scenario.when(propose(area), officer(MIDDLESBROUGH), "2008-05-02")
                .then(new TargetProposed(
                        TARGET,
                        AGREEMENT,
                        one.kind(),
                        new SeriesId(HOMES, new AreaCode(area), GroupCode.ALL),
                        1,
                        one.unit(),
                        one.polarity(),
                        one.relatesTo(),
                        MIDDLESBROUGH,
                        one.offer()));
    }

    private static void refused(Scenario scenario, String area) {
        scenario.when(propose(area), officer(MIDDLESBROUGH), "2008-05-02").thenRefused("area-outside-agreement");
    }

    @Nested
    class A_target_may_be_set {

        @Test
        void for_the_agreements_whole_area() {
            accepted(given().and(draft()), "maa:tees-valley");
        }

        @Test
        void for_one_of_its_constituents() {
            accepted(given().and(draft()), "E06000004");
        }

        @Test
        void for_a_neighbourhood_in_one_of_them() {
            accepted(
                    given().and(draft())
                            .on(
                                    "2008-01-01",
                                    area(
                                            new AreaCode("ward:gresham"),
                                            AreaLevel.NEIGHBOURHOOD,
                                            List.of("E06000002"),
                                            List.of())),
                    "ward:gresham");
        }

        @Test
        void for_some_of_its_constituents_together() {
            accepted(
                    given().and(draft())
                            .on(
                                    "2008-01-01",
                                    area(
                                            new AreaCode("group:south-tees"),
                                            AreaLevel.OTHER,
                                            List.of(),
                                            List.of("E06000002", "E06000004"))),
                    "group:south-tees");
        }

        @Test
        void for_what_succeeded_a_constituent() {
            accepted(
                    given().and(draft())
                            .on("2008-01-01", authority(DURHAM, Tier.TOP, "2009-04-01", null))
                            .on(
                                    "2008-01-01",
                                    new AreaSucceeded(
                                            new AreaCode("E06000004"),
                                            new AreaCode(DURHAM.value()),
                                            LocalDate.parse("2009-04-01"),
                                            SOURCE)),
                    DURHAM.value());
        }
    }

    @Nested
    class A_target_is_refused {

        @Test
        void for_an_area_beside_that_of_the_agreement() {
            refused(given().and(draft()).on("2008-01-01", authority(DURHAM, Tier.TOP, null, null)), DURHAM.value());
        }

        @Test
        void for_an_area_that_contains_it() {
            refused(
                    given().and(draft())
                            .on(
                                    "2008-01-01",
                                    area(
                                            new AreaCode("E12000001"),
                                            AreaLevel.REGION,
                                            List.of(),
                                            List.of("maa:tees-valley", DURHAM.value()))),
                    "E12000001");
        }

        @Test
        void for_a_group_that_lies_in_it_only_in_part() {
            refused(
                    given().and(draft())
                            .on("2008-01-01", authority(DURHAM, Tier.TOP, null, null))
                            .on(
                                    "2008-01-01",
                                    area(
                                            new AreaCode("group:tees-and-durham"),
                                            AreaLevel.OTHER,
                                            List.of(),
                                            List.of("E06000002", DURHAM.value()))),
                    "group:tees-and-durham");
        }

        @Test
        void for_an_area_whose_entries_name_each_other_as_parents() {
            refused(
                    given().and(draft())
                            .on(
                                    "2008-01-01",
                                    area(new AreaCode("ring:one"), AreaLevel.OTHER, List.of("ring:two"), List.of()),
                                    area(new AreaCode("ring:two"), AreaLevel.OTHER, List.of("ring:one"), List.of())),
                    "ring:one");
        }
    }
}
