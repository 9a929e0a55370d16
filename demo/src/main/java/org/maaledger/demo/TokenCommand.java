package org.maaledger.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a token of the running demonstration, and nothing else, so that it can stand in another command. */
@Command(name = "token", description = "Print a token of the running demonstration; without --as, whom it can be for.")
final class TokenCommand implements Runnable {

    @Option(names = "--as", paramLabel = "NAME", description = "Whom to sign in as, such as \"Tees Valley officer\".")
    private @Nullable String name;

    @Override
    public void run() {
        Settings settings = Settings.of(System.getenv(), DemoCommand.DATA);
        if (name == null) {
            Persona.all()
                    .forEach(persona ->
                            System.out.printf("%-36s %s for %s%n", persona.name(), persona.office(), persona.body()));
            return;
        }
        Path data = settings.data();
        System.out.println(TokenSource.in(data).token(name));
    }
}
