package org.maaledger.app.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.postgres.DatabaseAccess.Login;
import org.maaledger.app.postgres.EmbeddedServer;
import org.maaledger.app.postgres.Servers;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.AppendContext;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.LogSchema;
import org.maaledger.log.Vault;
import org.maaledger.log.testing.SampleEvents;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases on one server, for ledgers that are backed up and restored. */
final class Ledgers implements AutoCloseable {

    static final Progress QUIET = new Progress(new PrintStream(PrintStream.nullOutputStream()));

    /** A text with all that the text format of rows must not change. */
    static final String TEXT = "Ünïcode \\ \\N \\. tab\t line\nreturn\r quote\" '' €";

    private final EmbeddedServer server;
    private final Login superuser;
    private final DatabaseAccess template;
    private int number;

    Ledgers(Path folder) throws IOException, SQLException {
        this.server = Servers.start(folder.resolve("data"));
        Properties secrets = new Properties();
        try (var in = Files.newInputStream(folder.resolve("data/secrets"))) {
            secrets.load(in);
        }
        this.superuser = new Login("postgres", secrets.getProperty("superuser"));
        this.template = database("template0");
        LogSchema.migrate(
                source(template.url(), template.owner()), template.app().user());
    }

    /** An empty database of the owner's, without any table. */
    DatabaseAccess fresh() throws SQLException {
        return database("template0");
    }

    /** A ledger with the tables of this program and nothing in them. */
    DatabaseAccess empty() throws SQLException {
        return database(template.url().replaceFirst(".*/", ""));
    }

    private DatabaseAccess database(String like) throws SQLException {
        String name = "ledger_" + ++number;
        DatabaseAccess access = server.access();
        execute(
                access.url(),
                superuser,
                "CREATE DATABASE %s TEMPLATE %s OWNER %s"
                        .formatted(name, like, access.owner().user()));
        String url = access.url().replaceFirst("[^/]*$", name);
        execute(
                url,
                superuser,
                "GRANT CREATE ON DATABASE %s TO %s".formatted(name, access.app().user()));
        return new DatabaseAccess(url, access.owner(), access.app());
    }

    /** A ledger of four events in two streams, a text, a request and somebody who acted. */
    DatabaseAccess small() throws SQLException {
        DatabaseAccess access = empty();
        try (Appender appender = appender(access)) {
            AppendContext context = new AppendContext();
            context.idempotency("client", "key", "hash");
            byte[] salt = new byte[TextRef.SALT_BYTES];
            salt[0] = '\\';
            salt[1] = (byte) 0xff;
            context.vault(TextRef.to(TEXT, salt), TEXT, salt);
            appender.append(
                    List.of(
                            SampleEvents.at("a", 0),
                            SampleEvents.at("b", 0),
                            SampleEvents.at("a", 1),
                            SampleEvents.at("b", 1)),
                    context);
        }
        new Vault(source(access.url(), access.app())).actor("https://issuer.test", "somebody");
        return access;
    }

    static Appender appender(DatabaseAccess access) {
        return new Appender(source(access.url(), access.app()), new EventSerializer(), AppenderSettings.defaults());
    }

    /** The stored bytes of every event, in order. */
    static List<byte[]> log(DatabaseAccess access) {
        LedgerReader reader = new LedgerReader(source(access.url(), access.owner()), new EventSerializer());
        long head = reader.head();
        return LongStream.iterate(0, after -> after < head, after -> after + LedgerReader.PAGE_MAX)
                .boxed()
                .flatMap(after -> reader.storedAfter(after, LedgerReader.PAGE_MAX).stream())
                .toList();
    }

    static List<String> rows(DatabaseAccess access, String question) throws SQLException {
        try (Connection connection = Sessions.open(access.url(), access.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    static void execute(String url, Login login, String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    static PGSimpleDataSource source(String url, Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    static Backup.Taken backUp(DatabaseAccess access, Path file) {
        try (BackupFile target = BackupFile.begin(file, false)) {
            return Backup.of(access.url(), access.owner(), target, QUIET);
        }
    }

    static Restore.Restored restore(Path file, DatabaseAccess target) {
        try (BackupContent content = BackupContent.of(file, QUIET)) {
            return Restore.into(target, content, QUIET);
        }
    }

    static Manifest manifest(Path file) {
        try (BackupContent content = BackupContent.of(file, QUIET)) {
            return content.manifest();
        }
    }

    /** A file with a good sum, whose rows of the log are others: somebody made it on purpose. */
    static Path forged(Path sound, String name, UnaryOperator<String> change, long rowsSaid) throws Exception {
        Path file = sound.resolveSibling("forged-" + name + ".zip");
        try (BackupContent content = BackupContent.of(sound, QUIET);
                BackupFile target = BackupFile.begin(file, false)) {
            List<Manifest.Member> members = new ArrayList<>();
            for (Manifest.Member member : content.manifest().members()) {
                boolean log = member.table().equals("ledger.event");
                String before = new String(content.open(member).readAllBytes(), StandardCharsets.UTF_8);
                byte[] rows = (log ? change.apply(before) : before).getBytes(StandardCharsets.UTF_8);
                MeasuredOutput[] measured = new MeasuredOutput[1];
                target.member(member.file(), out -> {
                    measured[0] = new MeasuredOutput(out, bytes -> {});
                    measured[0].write(rows);
                });
                long count = log ? rowsSaid : member.rows();
                members.add(new Manifest.Member(
                        member.table(), member.columns(), count, measured[0].bytes(), measured[0].sha256()));
            }
            Manifest was = content.manifest();
            Manifest forged = new Manifest(was.format(), was.program(), was.schema(), was.takenAt(), 4, members);
            target.member(Manifest.NAME, out -> out.write(forged.json()));
            target.finish();
        }
        return file;
    }

    @Override
    public void close() {
        server.close();
    }
}
