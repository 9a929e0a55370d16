package org.maaledger.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Aim: nobody can sign in to a real ledger by way of the trial. Method: look into the jar that was just built beside this module. */
class The_production_program {

    private static List<Path> executables(String module) throws IOException {
        Path target = Path.of("..", module, "target");
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar")).toList();
        }
    }

    @Test
    void contains_nothing_of_the_demonstration() throws IOException {
        List<Path> jars = executables("app");
        if ("true".equals(System.getenv("CI"))) {
            assertThat(jars).as("the module app is packaged before").isNotEmpty();
        }
        assumeTrue(!jars.isEmpty(), "the jar is there once the module app was packaged, as ./maal test does before");
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                List<String> names = file.stream().map(JarEntry::getName).toList();
                assertThat(names)
                        .anyMatch(name -> name.startsWith("BOOT-INF/lib/command-side"))
                        .noneMatch(name -> name.contains("maaledger/demo") || name.contains("demonstration"))
                        .noneMatch(name -> name.startsWith("BOOT-INF/lib/demo-"))
                        .noneMatch(name -> name.contains("authorization-server"));
            }
        }
    }
}
