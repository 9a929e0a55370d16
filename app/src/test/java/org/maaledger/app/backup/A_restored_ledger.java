package org.maaledger.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.AppendContext;
import org.maaledger.log.Appender;
import org.maaledger.log.LogSchema;
import org.maaledger.log.testing.SampleEvents;

/**
 * Aim: what comes back is what was backed up, a prefix of a log that others were writing to, or nothing at all. Method: small ledgers on a
 * real PostgreSQL, there and back; files that are whole and say something wrong.
 */
class A_restored_ledger {

    @TempDir
    static Path folder;

    private static Ledgers ledgers;

    @BeforeAll
    static void start() throws Exception {
        ledgers = new Ledgers(folder);
    }

    @AfterAll
    static void stop() {
        ledgers.close();
    }

    @Test
    void is_the_one_that_was_backed_up_row_for_row_and_byte_for_byte() throws Exception {
        DatabaseAccess source = ledgers.small();
        Path file = folder.resolve("small.zip");
        Backup.Taken taken = Ledgers.backUp(source, file);
        assertThat(taken.position()).isEqualTo(4);
        assertThat(taken.rows()).isEqualTo(4 + 1 + 1 + 1);

        DatabaseAccess target = ledgers.fresh();
        Restore.Restored restored = Ledgers.restore(file, target);

        assertThat(restored.position()).isEqualTo(4);
        assertThat(Ledgers.log(target)).containsExactlyElementsOf(Ledgers.log(source));
        assertThat(Ledgers.rows(target, "SELECT text FROM vault.text")).containsExactly(Ledgers.TEXT);
        Path again = folder.resolve("again.zip");
        Ledgers.backUp(target, again);
        assertThat(Ledgers.manifest(again).members())
                .as("sums of all rows of all tables")
                .isEqualTo(Ledgers.manifest(file).members());
        try (Appender appender = Ledgers.appender(target)) {
            appender.append(List.of(SampleEvents.at("a", 2)), new AppendContext());
        }
        assertThat(Ledgers.log(target)).as("it goes on where it ended").hasSize(5);
    }

    @Test
    void is_a_prefix_of_the_log_that_others_wrote_to_meanwhile() throws Exception {
        DatabaseAccess source = ledgers.small();
        Path file = folder.resolve("prefix.zip");
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(3);
        long position;
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Appender appender = Ledgers.appender(source)) {
            Future<Integer> written = thread.submit(() -> {
                int events = 0;
                boolean last;
                do {
                    last = done.get();
                    appender.append(List.of(SampleEvents.at("c", events++)), new AppendContext());
                    begun.countDown();
                } while (!last);
                return events;
            });
            try {
                assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
                position = Ledgers.backUp(source, file).position();
            } finally {
                done.set(true);
            }
            assertThat(position).isGreaterThanOrEqualTo(4 + 3);
            assertThat(4L + events(written)).as("it went on after the backup").isGreaterThan(position);
        }
        DatabaseAccess target = ledgers.fresh();
        Ledgers.restore(file, target);
        assertThat(Ledgers.log(target))
                .hasSize((int) position)
                .containsExactlyElementsOf(Ledgers.log(source).subList(0, (int) position));
    }

    @Test
    void takes_columns_by_their_names_and_sweeps_out_what_a_start_left() throws Exception {
        Path file = folder.resolve("small-for-columns.zip");
        DatabaseAccess source = ledgers.small();
        Ledgers.backUp(source, file);
        DatabaseAccess target = ledgers.empty();
        Ledgers.execute(
                target.url(),
                target.owner(),
                "ALTER TABLE vault.actor ADD COLUMN added_later text NOT NULL DEFAULT 'default';"
                        + "INSERT INTO vault.actor (issuer, subject) VALUES ('https://issuer.test', 'somebody')");
        Ledgers.execute(
                target.url(),
                target.app(),
                "CREATE SCHEMA query; CREATE SCHEMA q_register_1; CREATE SCHEMA mine; CREATE SCHEMA q_mine");

        Ledgers.restore(file, target);

        String actors = "SELECT actor || issuer || subject FROM vault.actor";
        assertThat(Ledgers.rows(target, actors)).isEqualTo(Ledgers.rows(source, actors));
        assertThat(Ledgers.rows(target, "SELECT added_later FROM vault.actor")).containsExactly("default");
        assertThat(Ledgers.rows(
                        target,
                        "SELECT nspname FROM pg_namespace WHERE nspowner = '%s'::regrole"
                                .formatted(target.app().user())))
                .as("tables of projections over an empty log are built anew")
                .containsExactlyInAnyOrder("mine", "q_mine");
    }

    @Test
    void is_refused_where_something_is_recorded_already_or_somebody_works() throws Exception {
        Path file = folder.resolve("small-for-refusals.zip");
        DatabaseAccess source = ledgers.small();
        Ledgers.backUp(source, file);
        assertThatThrownBy(() -> Ledgers.restore(file, source))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds a ledger of 4 events already")
                .hasMessageContaining("MAAL_DATA");
        assertThat(Ledgers.log(source)).hasSize(4);

        DatabaseAccess busy = ledgers.empty();
        try (Appender running = Ledgers.appender(busy)) {
            running.append(List.of(SampleEvents.at("a", 0)), new AppendContext());
            DatabaseAccess other = ledgers.empty();
            try (Appender _ = Ledgers.appender(other);
                    var program = Sessions.open(other.url() + "?ApplicationName=maa-ledger%20test", other.app())) {
                program.createStatement().execute("SET application_name = 'maa-ledger ledger'");
                assertThatThrownBy(() -> Ledgers.restore(file, other))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("A ledger runs on this database")
                        .hasMessageContaining("stop it first");
            }
        }
        DatabaseAccess newer = ledgers.empty();
        Ledgers.execute(
                newer.url(),
                newer.owner(),
                "UPDATE ledger.migration SET version = '999' WHERE version = '" + LogSchema.VERSION + "'");
        assertThatThrownBy(() -> Ledgers.restore(file, newer))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("tables of the target are of version 999");
        assertThatThrownBy(() -> Ledgers.backUp(newer, folder.resolve("newer.zip")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("tables are of version 999");
        assertThatThrownBy(() -> Ledgers.backUp(ledgers.fresh(), folder.resolve("none.zip")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no ledger in this database");
        assertThat(folder).isDirectoryNotContaining("glob:**/n*.zip*");
    }

    @Test
    void is_refused_when_a_program_came_while_it_was_copied() throws Exception {
        Path file = folder.resolve("small-for-a-program.zip");
        Ledgers.backUp(ledgers.small(), file);
        DatabaseAccess target = ledgers.empty();
        // The copy itself makes a connection look like a program's, at a moment that no test could meet otherwise.
        Ledgers.execute(
                target.url(),
                target.owner(),
                "CREATE FUNCTION arrive() RETURNS trigger LANGUAGE plpgsql AS "
                        + "$$ BEGIN PERFORM set_config('application_name', 'maa-ledger test', false); RETURN NULL; END $$;"
                        + "CREATE TRIGGER arrives AFTER INSERT ON ledger.event EXECUTE FUNCTION arrive()");
        assertThatThrownBy(() -> Ledgers.restore(file, target))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("A ledger runs on this database")
                .hasMessageContaining("nothing was restored");
        assertThat(Ledgers.log(target)).isEmpty();
    }

    @Test
    void is_refused_whole_when_a_whole_file_says_something_wrong_and_the_target_stays_empty() throws Exception {
        Path sound = folder.resolve("sound.zip");
        Ledgers.backUp(ledgers.small(), sound);
        DatabaseAccess target = ledgers.empty();
        refuse(
                target,
                Ledgers.forged(sound, "date", rows -> rows.replace("2009-06-30\t{", "2009-07-01\t{"), 4),
                "acted_on");
        refuse(
                target,
                Ledgers.forged(sound, "gap", rows -> rows.substring(0, rows.lastIndexOf("\n4\t") + 1), 3),
                "ends at 3");
        refuse(target, Ledgers.forged(sound, "twice", rows -> rows + rows, 8), "duplicate key");
        refuse(target, Ledgers.forged(sound, "manifest", rows -> rows, 5), "is not what its manifest says");
        refuse(target, Ledgers.forged(sound, "garbage", rows -> "?\n" + rows, 5), "invalid input syntax");
        Ledgers.restore(sound, target);
        assertThat(Ledgers.log(target)).hasSize(4);
    }

    @Test
    void has_every_table_but_those_that_can_be_worked_out_again() throws Exception {
        List<String> tables = Ledgers.rows(
                ledgers.empty(),
                "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_schema IN ('ledger', 'vault') AND table_type = 'BASE TABLE'");
        assertThat(Stream.concat(RecordTable.ALL.stream().map(RecordTable::name), RecordTable.LEFT_OUT.stream()))
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    private static void refuse(DatabaseAccess target, Path file, String reason) throws Exception {
        assertThatThrownBy(() -> Ledgers.restore(file, target))
                .as(file.toString())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("othing was restored")
                .hasMessageNotContaining("\n");
        for (RecordTable table : RecordTable.ALL) {
            assertThat(Ledgers.rows(target, "SELECT 'a row' FROM " + table.name()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    private static int events(Future<Integer> written) throws InterruptedException {
        try {
            return written.get();
        } catch (ExecutionException e) {
            throw new AssertionError("the writer was disturbed", e);
        }
    }
}
