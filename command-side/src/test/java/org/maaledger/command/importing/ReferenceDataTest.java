package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.importing.NationalIndicators.NationalIndicator;
import org.maaledger.command.importing.ReferenceAreas.ReferenceArea;
import org.maaledger.command.importing.ReferenceImport.ReferenceReport;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;

/** Aim: the shipped reference data holds together. Method: every cell is read, every code that is named is looked up. */
class ReferenceDataTest {

    private static final List<ReferenceArea> AREAS = ReferenceAreas.read();

    private static Map<String, ReferenceArea> byCode() {
        Map<String, ReferenceArea> all = new HashMap<>();
        AREAS.forEach(area -> all.put(area.code().value(), area));
        return all;
    }

    @Test
    void the_register_is_sorted_and_names_no_code_twice() {
        List<String> codes = AREAS.stream().map(area -> area.code().value()).toList();
        assertThat(codes).hasSize(827).isEqualTo(List.copyOf(new TreeSet<>(codes)));
    }

    @Test
    void every_code_that_the_register_names_is_in_it() {
        Set<AreaCode> known = new HashSet<>();
        AREAS.forEach(area -> known.add(area.code()));
        for (ReferenceArea area : AREAS) {
            assertThat(known).containsAll(area.details().parents());
            assertThat(known).containsAll(area.details().constituents());
            assertThat(known).containsAll(area.successors().keySet());
            if (area.details().region() != null) {
                assertThat(known).contains(area.details().region());
            }
        }
    }

    @Test
    void a_successor_begins_on_the_day_after_its_predecessor_ends() {
        for (ReferenceArea area : AREAS) {
            for (LocalDate on : area.successors().values()) {
                assertThat(area.details().validTo()).as(area.code().value()).isEqualTo(on.minusDays(1));
            }
        }
    }

    @Test
    void authorities_stand_in_it_with_type_tier_and_region() {
        Map<String, ReferenceArea> byCode = byCode();
        Map<String, ReferenceArea> byOldCode = new HashMap<>();
        AREAS.forEach(area -> area.details().formerCodes().forEach(code -> byOldCode.put(code, area)));
        ReferenceTable.read("/reference/authorities.csv", row -> {
            ReferenceArea area = row.cell("code").isEmpty()
                    ? byOldCode.get("ons2009:" + row.cell("ons2009"))
                    : byCode.get(row.cell("code"));
            assertThat(area).as(row.cell("name")).isNotNull();
            assertThat(area.details().tier())
                    .as(row.cell("name"))
                    .isEqualTo(row.cell("tier").equals("upper") ? Tier.TOP : Tier.LOWER);
            AreaCode region = area.details().region();
            assertThat(region).isNotNull();
            assertThat(Objects.requireNonNull(byCode.get(region.value()))
                            .details()
                            .name())
                    .isEqualTo(row.cell("region"));
        });
    }

    @Test
    void there_are_152_top_tier_authorities_on_1_April_2009() {
        LocalDate day = LocalDate.of(2009, 4, 1);
        assertThat(AREAS.stream()
                        .filter(area -> area.details().tier() == Tier.TOP)
                        .filter(area -> area.details().validFrom() == null
                                || !area.details().validFrom().isAfter(day))
                        .filter(area -> area.details().validTo() == null
                                || !area.details().validTo().isBefore(day))
                        .filter(area -> area.source().name().startsWith("authorities.csv"))
                        .count())
                .isEqualTo(152);
    }

    @Test
    void the_15_multi_area_agreements_have_all_their_members() {
        Map<String, ReferenceArea> byCode = byCode();
        Map<String, Set<String>> members = new HashMap<>();
        ReferenceTable.read(
                "/reference/maas.csv",
                row -> members.computeIfAbsent(row.cell("maa"), key -> new HashSet<>())
                        .add(row.cell("member_code").isEmpty() ? "E10000010" : row.cell("member_code")));
        List<ReferenceArea> areas = byCode.values().stream()
                .filter(area -> area.details().level() == AreaLevel.MULTI_AREA)
                .toList();
        assertThat(areas).hasSize(15);
        for (ReferenceArea area : areas) {
            assertThat(area.details().constituents())
                    .extracting(AreaCode::value)
                    .containsExactlyInAnyOrderElementsOf(
                            members.getOrDefault(area.details().name(), Set.of()));
        }
    }

    @Test
    void there_are_198_national_indicators_and_16_of_them_statutory() {
        List<NationalIndicator> all = NationalIndicators.read();
        assertThat(all).hasSize(199);
        assertThat(all.stream().filter(NationalIndicator::inFinalSet)).hasSize(198);
        assertThat(all.stream().filter(NationalIndicator::statutory)).hasSize(16);
        assertThat(all.stream().filter(indicator -> indicator.definition().titleVerified()))
                .hasSize(96);
    }

    @Test
    void dictionaries_name_no_indicator_twice() {
        assertThat(Dictionary.of("/reference/lait-measures.csv").entries()).hasSize(434);
        assertThat(Dictionary.of("/reference/ons-indicators.csv").entries()).hasSize(36);
    }

    @Test
    void loading_it_enters_everything_once() {
        MemoryLedger ledger = new MemoryLedger();
        ReferenceReport first = new ReferenceImport(ledger, ledger::details).run();
        assertThat(first.refused()).isEmpty();
        assertThat(first.entered()).isEqualTo(827 + 111 + 199 + 1);
        ReferenceReport again = new ReferenceImport(ledger, ledger::details).run();
        assertThat(again.entered()).isZero();
        assertThat(again.unchanged()).isEqualTo(first.entered());
    }

    @Test
    void loading_it_after_a_file_completes_the_areas_that_grew_from_the_file() {
        MemoryLedger ledger = new MemoryLedger();
        ReferenceArea middlesbrough = Objects.requireNonNull(byCode().get("E06000002"));
        ledger.send(new RegisterArea(
                middlesbrough.code(),
                new AreaDetails(
                        "Middlesbrough",
                        AreaLevel.UNITARY,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null),
                middlesbrough.source(),
                null));
        ReferenceReport report = new ReferenceImport(ledger, ledger::details).run();
        assertThat(report.revised()).isEqualTo(1);
        assertThat(ledger.details(middlesbrough.code())).isEqualTo(middlesbrough.details());
    }

    private static AreaDetails with(AreaDetails details, String name, List<String> formerCodes, List<String> aliases) {
        return new AreaDetails(
                name,
                details.level(),
                details.tier(),
                details.region(),
                details.parents(),
                details.constituents(),
                formerCodes,
                aliases,
                details.validFrom(),
                details.validTo());
    }

    private static ReferenceReport again(MemoryLedger ledger, ReferenceArea area, AreaDetails revised) {
        ledger.send(new ReviseAreaDetails(area.code(), revised, area.source(), null));
        return new ReferenceImport(ledger, ledger::details).run();
    }

    @Test
    void loading_it_again_keeps_aliases_and_former_codes_that_were_added() {
        MemoryLedger ledger = new MemoryLedger();
        new ReferenceImport(ledger, ledger::details).run();
        ReferenceArea durham = Objects.requireNonNull(byCode().get("E06000047"));
        assertThat(durham.details().aliases()).isNotEmpty();
        List<String> aliases = new ArrayList<>(durham.details().aliases());
        aliases.addFirst("The Land of the Prince Bishops");
        List<String> codes = new ArrayList<>(durham.details().formerCodes());
        codes.add("made-up:1");
        AreaDetails revised = with(durham.details(), durham.details().name(), codes, aliases);
        ReferenceReport report = again(ledger, durham, revised);
        assertThat(report.refused()).isEmpty();
        assertThat(report.revised()).isZero();
        assertThat(ledger.details(durham.code())).isEqualTo(revised);
    }

    @Test
    void loading_it_again_brings_the_rest_of_an_entry_back_and_what_is_shipped_of_its_aliases() {
        MemoryLedger ledger = new MemoryLedger();
        new ReferenceImport(ledger, ledger::details).run();
        ReferenceArea durham = Objects.requireNonNull(byCode().get("E06000047"));
        ReferenceReport report = again(ledger, durham, with(durham.details(), "Durham", List.of(), List.of("Added")));
        assertThat(report.revised()).isEqualTo(1);
        AreaDetails now = Objects.requireNonNull(ledger.details(durham.code()));
        assertThat(now.name()).isEqualTo("County Durham");
        assertThat(now.formerCodes()).isEqualTo(durham.details().formerCodes());
        assertThat(now.aliases()).contains("Added").containsAll(durham.details().aliases());
        assertThat(new ReferenceImport(ledger, ledger::details).run().revised()).isZero();
    }

    @Test
    void loading_it_again_says_where_there_is_no_room_for_what_is_shipped() {
        MemoryLedger ledger = new MemoryLedger();
        new ReferenceImport(ledger, ledger::details).run();
        ReferenceArea durham = Objects.requireNonNull(byCode().get("E06000047"));
        AreaDetails full = with(
                durham.details(),
                "Durham",
                List.of(),
                IntStream.rangeClosed(1, 40).mapToObj(one -> "Name " + one).toList());
        ReferenceReport report = again(ledger, durham, full);
        assertThat(report.refused()).singleElement().asString().startsWith("E06000047: ");
        assertThat(ledger.details(durham.code())).isEqualTo(full);
    }
}
