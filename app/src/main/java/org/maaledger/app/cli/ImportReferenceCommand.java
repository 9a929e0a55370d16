package org.maaledger.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.maaledger.app.settings.CannotStart;
import picocli.CommandLine.Command;

/** Has a running ledger load the reference data that ships with it. */
@Command(
        name = "reference",
        description =
                "Load the area register and the National Indicators. An area of which the ledger says something else is"
                        + " revised, and keeps the aliases and former codes that were added to it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of it is in the ledger", "1:it could not be done", "3:the ledger refused some of it"})
final class ImportReferenceCommand implements Callable<Integer> {

    private static final int WITH_FAULTS = 3;

    @Override
    public Integer call() {
        String answer = LedgerClient.ofEnvironment(System.getenv()).post("/v1/imports/reference");
        JsonNode report = report(answer);
        report.path("refused").forEach(refused -> System.out.println(Printable.line("refused: " + refused.asText())));
        System.out.println(String.format(
                Locale.ROOT,
                "Areas, successions and National Indicators: %,d entered, %,d revised, %,d unchanged, %,d refused.",
                report.path("entered").asLong(),
                report.path("revised").asLong(),
                report.path("unchanged").asLong(),
                report.path("refused").size()));
        return report.path("refused").isEmpty() ? 0 : WITH_FAULTS;
    }

    private static JsonNode report(String answer) {
        try {
            return new ObjectMapper().readTree(answer);
        } catch (JsonProcessingException e) {
            throw new CannotStart("What answers is no ledger: see whether MAAL_URL names one.", e);
        }
    }
}
