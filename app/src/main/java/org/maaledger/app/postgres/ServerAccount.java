package org.maaledger.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maaledger.app.settings.CannotStart;

/**
 * The user that PostgreSQL's programs run as, since they refuse to run as root. A normal user runs them itself; root runs them
 * in a user namespace without names or, where those are missing, as the user {@code nobody}, which then owns the server's folder.
 */
final class ServerAccount {

    /** The id that every Linux distribution gives the user without rights. */
    private static final int NOBODY = 65534;

    private final List<String> prefix;
    private final int owner;

    private ServerAccount(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** The account for the server whose files lie in {@code folder}: whoever made them goes on owning them. */
    static ServerAccount of(Path folder) {
        return of(folder, me() == 0, works(List.of("unshare", "-U", "true")));
    }

    static ServerAccount of(Path folder, boolean root, boolean namespaces) {
        try {
            int owner = Files.exists(folder) ? uid(folder) : me();
            if (!root) {
                return new ServerAccount(List.of(), owner);
            }
            if (owner == 0 && namespaces) {
                return new ServerAccount(List.of("unshare", "-U"), owner);
            }
            int user = owner == 0 ? NOBODY : owner;
            String id = Integer.toString(user);
            return new ServerAccount(
                    List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--"), user);
        } catch (IOException e) {
            throw DataFolder.unwritable(folder, e);
        }
    }

    /** Gives {@code folder} and everything in it to the account. */
    void give(Path folder) throws IOException {
        if (uid(folder) == owner) {
            return;
        }
        try (var found = Files.walk(folder)) {
            for (Path path : found.toList()) {
                Files.setAttribute(path, "unix:uid", owner);
                Files.setAttribute(path, "unix:gid", owner);
            }
        }
        for (Path path = folder.getParent(); path != null; path = path.getParent()) {
            if (!works(command(List.of("test", "-x", path.toString())))) {
                throw new CannotStart(
                        "PostgreSQL does not run as root, and user %d may not enter %s: start as a normal user, or choose a folder that everybody may enter with MAAL_DATA."
                                .formatted(owner, path));
            }
        }
    }

    /** Whether another user than the one of this process needs to reach the files. */
    boolean isAnother() {
        return owner != me();
    }

    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    private static int me() {
        try {
            return uid(Path.of("/proc/self"));
        } catch (IOException e) {
            throw new CannotStart("The program needs Linux's /proc to see which user it runs as: " + e.getMessage(), e);
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
