package org.maaledger.endtoend.gates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The poms of the checkout, copied to a folder of their own, where they may be broken and built. */
final class BuildCopy {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final long MINUTES_MAX = 5;

    private final Path root;

    private BuildCopy(Path root) {
        this.root = root;
    }

    static BuildCopy in(Path root) throws IOException {
        try (Stream<Path> files = Files.find(CHECKOUT, 2, (file, attributes) -> file.endsWith("pom.xml"))) {
            for (Path pom : files.toList()) {
                Path copy = root.resolve(CHECKOUT.relativize(pom));
                Files.createDirectories(copy.getParent());
                Files.copy(pom, copy);
            }
        }
        return new BuildCopy(root);
    }

    /** Puts a dependency into the pom of {@code module}; one of ours in our version, another in the version of the parent. */
    BuildCopy depend(String module, String groupId, String artifactId) throws IOException {
        String version = groupId.equals("org.maaledger") ? "<version>${project.version}</version>" : "";
        return change(module + "/pom.xml", "  <dependencies>\n", """
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      %s
                    </dependency>
                """.formatted(groupId, artifactId, version));
    }

    /** Replaces the modules by small ones, each with one source. */
    BuildCopy modules(String... modules) throws IOException {
        String pom = Files.readString(root.resolve("pom.xml"));
        String list = "<modules><module>%s</module></modules>".formatted(String.join("</module><module>", modules));
        Files.writeString(root.resolve("pom.xml"), pom.replaceFirst("(?s)<modules>.*?</modules>", list));
        for (String module : modules) {
            write(module + "/pom.xml", """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <parent>
                        <groupId>org.maaledger</groupId>
                        <artifactId>maa-ledger</artifactId>
                        <version>%s</version>
                      </parent>
                      <artifactId>%s</artifactId>
                    </project>
                    """.formatted(version(pom), module));
        }
        return this;
    }

    /** Lets {@code module} have no tests. */
    BuildCopy excuse(String module) throws IOException {
        return change(module + "/pom.xml", "</project>", """
                  <properties>
                    <maal.test.required>false</maal.test.required>
                  </properties>
                </project>
                """);
    }

    BuildCopy write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /** Builds up to {@code phase}, going on after each failure; answers with all that Maven says. */
    String build(String phase) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "-fn", "-Dcyclonedx.skip=true", phase));
        String repository = System.getProperty("localRepository");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Path said = root.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        if (!maven.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            maven.destroyForcibly();
            throw new AssertionError("Maven did not end: " + Files.readString(said));
        }
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    private BuildCopy change(String file, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(file));
        if (!text.contains(from)) {
            throw new AssertionError(file + " has no " + from);
        }
        return write(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
    }

    private static String version(String pom) {
        return pom.replaceFirst("(?s).*?<artifactId>maa-ledger</artifactId>\\s*<version>(.*?)</version>.*", "$1");
    }
}
