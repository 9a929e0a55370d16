package org.maaledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementDrafted;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.AppendContext;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;

/** Aim: a spreadsheet shows what was said and runs none of it. Method: cells of every awkward kind, written and read back. */
class FeedCsvTest {

    private static final String TITLE = "=HYPERLINK(\"http://example.org\"); \"said\",\r\nand £ – Ynys Môn 漢 😀";

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_cell_that_begins_like_a_formula_is_text(String cell) {
        assertThat(FeedCsv.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1=1", "a+b", "E06000001", "£5", "2009-03-31", "'=1"})
    void every_other_cell_stays_as_it_is(String cell) {
        assertThat(FeedCsv.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void quotes_line_breaks_and_letters_of_any_script_are_read_back_as_they_were() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            AppendContext context = new AppendContext();
            byte[] salt = new byte[TextRef.SALT_BYTES];
            context.vault(TextRef.to(TITLE, salt), TITLE, salt);
            AgreementDrafted draft = Things.drafted(TeesValley.AGREEMENT);
            ledger.record(
                    Things.OFFICER,
                    List.of(new Story.Deed(titled(draft, TextRef.to(TITLE, salt)), LocalDate.of(2008, 1, 1))),
                    context);
            ledger.await();

            String csv = ledger.http(Things.INSPECTOR)
                    .perform(get("/v1/events").accept("text/csv"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            JsonNode step = new ObjectMapper()
                    .readTree(ledger.http(Things.INSPECTOR)
                            .perform(get("/v1/events"))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8))
                    .path("items")
                    .path(0);

            List<CsvRecord> records =
                    CsvReader.builder().ofCsvRecord(csv).stream().toList();
            assertThat(records).hasSize(2);
            List<String> header = records.getFirst().getFields();
            assertThat(header)
                    .startsWith("position", "stream", "sequence", "event")
                    .endsWith("words", "change");
            List<String> cells = records.getLast().getFields();
            assertThat(cells).hasSameSizeAs(header);
            assertThat(cells.get(header.indexOf("words")))
                    .isEqualTo(step.path("words").asText())
                    .contains(TITLE);
            assertThat(new ObjectMapper().readTree(cells.get(header.indexOf("change"))))
                    .isEqualTo(step.path("change"));
            assertThat(cells.get(header.indexOf("recordedAt")))
                    .isEqualTo(step.path("recordedAt").asText());
        }
    }

    private static AgreementDrafted titled(AgreementDrafted draft, TextRef title) {
        return new AgreementDrafted(
                draft.agreement(),
                draft.kind(),
                title,
                draft.rules(),
                draft.from(),
                draft.to(),
                draft.area(),
                draft.responsibleAuthority(),
                draft.governmentOffice(),
                draft.members(),
                draft.partners());
    }
}
