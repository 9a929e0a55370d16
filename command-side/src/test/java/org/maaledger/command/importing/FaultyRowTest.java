package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.SourceRef;

/** Aim: a faulty row is refused under the rule it breaks, and no other row suffers for it. Method: a row with each fault. */
class FaultyRowTest {

    private final OnsScene scene = new OnsScene();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "?,M,Nation,C,2009-01-01/P1Y,1,P,%,,,,;20;areacd",
                "X99999999,M,Parish,C,2009-01-01/P1Y,1,P,%,,,,;23;geography",
                "E06000001,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%,,,,;24;areanm",
                "E06000002,Middlesbrough,Nation,,2009-01-01/P1Y,1,P,%,,,,;30;indicator",
                "E06000002,Middlesbrough,Nation,C,2009-02-30,1,P,%,,,,;40;period",
                "E06000002,Middlesbrough,Nation,C,2009-13-01/P1Y,1,P,%,,,,;40;period",
                "E06000002,Middlesbrough,Nation,C,last year,1,P,%,,,,;40;period",
                "E06000002,Middlesbrough,Nation,C,,1,P,%,,,,;40;period",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P999Y,1,P,%,,,,;40;period",
                "E06000002,Middlesbrough,Nation,C,2090-01-01/P1Y,1,P,%,,,,;42;period",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,many,P,%,,,,;50;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,NaN,P,%,,,,;50;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1.234.5,P,%,,,,;50;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,٣,P,%,,,,;50;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1e9999,P,%,,,,;50;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1e999,P,%,,,,;51;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1e-999,P,%,,,,;51;observation",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%,low,,,;52;lci_95",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%,3,2,,;53;lci_95",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%,,,maybe,;54;status",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%,,,x,;55;status",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%;10;",
                "E06000002,Middlesbrough,Nation,C,2009-01-01/P1Y,1,P,%,,,,,;10;",
                "E06000002;10;"
            })
    void is_refused_under_the_rule_it_breaks(String row, int rule, String column) throws IOException {
        ImportReport report = scene.rows(row);
        Fault fault = scene.onlyFault();
        assertThat(fault.rule()).isEqualTo(rule);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.row()).isEqualTo(2);
        assertThat(fault.message()).isNotBlank();
        assertThat(fault.remedy()).isNotBlank();
        assertThat(report.refused()).isEqualTo(Map.of(rule, 1L));
        assertThat(scene.ledger.allReadingEvents()).isEmpty();
    }

    @Test
    void tells_all_its_faults_and_counts_once() throws IOException {
        ImportReport report = scene.rows("?,M,Nation,C,yesterday,much,P,%,low,,maybe,");
        assertThat(scene.faults.rules()).containsExactlyInAnyOrder(20, 40, 50, 52, 54);
        assertThat(report.refused()).isEqualTo(Map.of(20, 1L));
    }

    @Test
    void does_not_stop_the_rows_after_it() throws IOException {
        ImportReport report = scene.rows("?,M,Nation,Claimant Count,2009-01-01/P1Y,1,P,%,,,,", OnsScene.row("1", ""));
        assertThat(report.recorded()).isEqualTo(1);
    }

    @Test
    void is_named_when_its_bytes_are_not_UTF_8() throws IOException {
        byte[] file = (OnsScene.HEADER + "E06000002,Middlesbrough,Nation,Caf\u00e9,2009-01-01/P1Y,1,P,%,,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        scene.importing(file, "claimant-count.csv", false);
        assertThat(scene.onlyFault().rule()).isEqualTo(11);
        assertThat(scene.onlyFault().column()).isEqualTo("indicator");
    }

    @Test
    void is_named_when_a_cell_holds_what_cannot_be_seen() throws IOException {
        ImportReport report = scene.rows(OnsScene.row("2009-01-01/P1Y\u0000", "1", ""));
        assertThat(scene.faults.rules()).containsExactlyInAnyOrder(12, 40);
        assertThat(report.refused()).isEqualTo(Map.of(12, 1L));
    }

    @Test
    void is_refused_when_its_indicator_was_withdrawn_by_then() throws IOException {
        IndicatorCode indicator = new IndicatorCode("ons:claimant-count");
        SourceRef source = new SourceRef("made up for a test", null, null);
        scene.ledger.send(new RegisterIndicator(
                indicator,
                new IndicatorDefinition(1, "Claimant Count", "%", Polarity.LOWER_IS_BETTER, "Work", 1, true),
                false,
                source,
                null));
        scene.ledger.send(new WithdrawIndicator(indicator, LocalDate.of(2009, 1, 1), source, null));
        ImportReport report =
                scene.rows(OnsScene.row("2008-01-01/P1Y", "1", ""), OnsScene.row("2009-01-01/P1Y", "2", ""));
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(Map.of(32, 1L));
        assertThat(scene.onlyFault().row()).isEqualTo(3);
    }
}
