package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Aim: a rule's number means one thing, and docs/data.md explains it. Method: the page is compared with the program. */
class ImportRuleTest {

    @Test
    void every_rule_has_a_number_of_its_own() {
        assertThat(Arrays.stream(ImportRule.values()).map(ImportRule::number)).doesNotHaveDuplicates();
    }

    @Test
    void every_rule_stands_on_the_page_as_it_is() throws IOException {
        assertThat(Files.readAllLines(Path.of("../docs/data.md")))
                .containsAll(Arrays.stream(ImportRule.values())
                        .map(rule -> "| %d | %s | %s |".formatted(rule.number(), rule.says(), rule.remedy()))
                        .toList());
    }
}
