package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.command.importing.SmallMemory.Took;

/**
 * Aim: the full files go into a ledger on PostgreSQL in 512 MB of heap, in a time that grows as their rows do, and a second time adds
 * nothing. Method: processes of their own with that heap; time of the processors is compared, because others use the machine too.
 */
@Tag("full")
class LargeFilesTest {

    private static final int ROWS = 641_070;

    /** Twice the rows may take this many times the processor time. */
    private static final double TWICE_MAX = 2.4;

    @TempDir
    private Path folder;

    private static void addsNothingAgain(List<Took> took) {
        Took check = took.get(0);
        Took imported = took.get(1);
        Took again = took.get(2);
        assertThat(imported.readings()).isEqualTo(check.readings());
        assertThat(check.recorded()).isZero();
        assertThat(imported.recorded()).isPositive();
        assertThat(again.recorded()).isZero();
        assertThat(again.unchanged()).isEqualTo(imported.recorded());
        assertThat(again.events()).isEqualTo(imported.events());
        assertThat(again.wallMillis()).isLessThan(2 * imported.wallMillis());
    }

    @Test
    void all_files_of_the_Office_for_National_Statistics() throws IOException {
        List<Took> took = SmallMemory.imported("ons", RealFiles.ons());
        addsNothingAgain(took);
        assertThat(took.get(1).recorded()).isEqualTo(153_666);
    }

    @Test
    void the_file_of_the_Department_for_Education_and_its_parts() throws IOException {
        Path whole = RealFiles.lait();
        List<Took> quarter = SmallMemory.imported("lait", List.of(SmallMemory.part(whole, folder, ROWS / 4)));
        addsNothingAgain(quarter);
        List<Took> half = SmallMemory.imported("lait", List.of(SmallMemory.part(whole, folder, ROWS / 2)));
        addsNothingAgain(half);
        List<Took> all = SmallMemory.imported("lait", List.of(whole));
        addsNothingAgain(all);
        assertThat(all.get(1).recorded()).isEqualTo(640_900);
        for (int i = 0; i < all.size(); i++) {
            assertThat((double) half.get(i).cpuMillis())
                    .isLessThan(TWICE_MAX * quarter.get(i).cpuMillis());
            assertThat((double) all.get(i).cpuMillis())
                    .isLessThan(TWICE_MAX * half.get(i).cpuMillis());
        }
    }
}
