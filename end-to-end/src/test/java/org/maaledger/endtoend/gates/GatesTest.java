package org.maaledger.endtoend.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: the build refuses what it must refuse, so that a gate that has been left open by a change of its settings is seen. Method: a
 * copy of the poms with one offence for each gate, and one run of Maven that goes on after each failure.
 */
class GatesTest {

    @TempDir
    Path folder;

    @Test
    void modules_may_depend_only_on_what_the_architecture_allows() throws Exception {
        String said = BuildCopy.in(folder)
                .depend("shared-kernel", "org.springframework", "spring-core")
                .depend("event-log", "org.springframework", "spring-web")
                .depend("command-side", "org.maaledger", "query-side")
                .depend("benchmarks", "org.maaledger", "demo")
                .depend("end-to-end", "org.maaledger", "app")
                .build("validate");

        assertThat(refusal(said, "shared-kernel"))
                .contains("JDK, JSpecify and jackson-annotations only", "spring-core");
        assertThat(refusal(said, "event-log")).contains("neither side nor Spring", "spring-web");
        assertThat(refusal(said, "command-side")).contains("never sees the query side", "query-side");
        assertThat(refusal(said, "benchmarks")).contains("nobody may see demo", "org.maaledger:demo");
        assertThat(refusal(said, "end-to-end")).contains("None of our classes", "org.maaledger:app");
    }

    @Test
    void the_read_side_never_sees_the_write_side() throws Exception {
        String said = BuildCopy.in(folder)
                .depend("query-side", "org.maaledger", "command-side")
                .build("validate");

        assertThat(refusal(said, "query-side")).contains("never sees the command side", "command-side");
    }

    @Test
    void nulls_warnings_format_and_empty_test_runs_stop_the_build() throws Exception {
        String said = BuildCopy.in(folder)
                .modules("with-null", "with-warning", "without-braces", "without-format", "without-tests")
                .write("with-null/src/main/java/a/package-info.java", """
                        @org.jspecify.annotations.NullMarked
                        package a;
                        """)
                .write("with-null/src/main/java/a/A.java", "package a;\n\nclass A {\n    Object a = null;\n}\n")
                .write(
                        "with-warning/src/main/java/a/A.java",
                        "package a;\n\nclass A {\n    java.util.List a = new java.util.ArrayList();\n}\n")
                .write("without-braces/src/main/java/a/A.java", """
                        package a;

                        class A {
                            int a(int b) {
                                if (b > 0) return 1;
                                return b;
                            }
                        }
                        """)
                .excuse("without-format")
                .write("without-format/src/main/java/a/A.java", "package a;\n\nclass A { }\n")
                .write("without-tests/src/test/java/a/ATest.java", "package a;\n\nclass ATest {}\n")
                .build("verify");

        assertThat(said).contains("[NullAway]", "[rawtypes]", "[MissingBraces]");
        assertThat(refusal(said, "with-null")).contains("Compilation failure");
        assertThat(refusal(said, "with-warning")).contains("Compilation failure");
        assertThat(refusal(said, "without-braces")).contains("Compilation failure");
        assertThat(refusal(said, "without-format")).contains("format violations");
        assertThat(refusal(said, "without-tests")).contains("No tests");
    }

    /** What Maven says about the failure of {@code module}, up to the next failure. */
    private static String refusal(String said, String module) {
        int start = said.indexOf(" on project " + module + ":");
        assertThat(start).as("no refusal of %s in:%n%s", module, said).isNotNegative();
        int end = said.indexOf("Failed to execute goal", start);
        return end < 0 ? said.substring(start) : said.substring(start, end);
    }
}
