package org.maaledger.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the environment asks for. Every variable begins with MAAL_; a misspelt value is refused in one line that names it.
 *
 * @param data the folder for the embedded database and for secrets of this process
 * @param database an existing server, absent for the embedded one
 * @param port where the API answers; 0 for any free one
 * @param bind the address that the API listens on
 * @param roles the parts that this process plays
 * @param issuer whose tokens are accepted, and where its keys are found unless {@code keys} names them
 * @param keys a file of public keys (RFC 7517) that tokens are verified with
 * @param audience what a token must be meant for
 * @param metrics who may collect measurements
 * @param log the form of the lines that the program writes about itself
 * @param stopDelay how long it goes on after it was told to stop and says so, before it takes no more requests
 */
public record Settings(
        Path data,
        @Nullable ServerAddress database,
        int port,
        String bind,
        Set<Role> roles,
        @Nullable String issuer,
        @Nullable Path keys,
        String audience,
        MetricsAccess metrics,
        LogForm log,
        Duration stopDelay) {

    /** What a token must be meant for, unless MAAL_AUDIENCE says otherwise. */
    public static final String AUDIENCE = "maa-ledger";

    private static final int STOP_DELAY_SECONDS_MAX = 300;

    /** What an address may not hold, because addresses are shown: somebody before the host, a secret among the parameters. */
    private static final Pattern NAMES_SOMEBODY = Pattern.compile("@|[?&][^=]*(?i:user|password)[^=]*=");

    /** An existing PostgreSQL: the owner of the schemas and, if it is not to be made, the user that the program works as. */
    public record ServerAddress(
            String url,
            String user,
            String password,
            @Nullable String appUser,
            @Nullable String appPassword) {
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    public Settings {
        roles = Set.copyOf(roles);
    }

    /** Reads {@code environment}; the data folder is {@code defaultData} unless it names one. */
    public static Settings of(Map<String, String> environment, Path defaultData) {
        return new Settings(
                Path.of(text(environment, "MAAL_DATA", defaultData.toString())),
                database(environment),
                port(text(environment, "MAAL_PORT", "8080")),
                text(environment, "MAAL_BIND", "127.0.0.1"),
                roles(text(environment, "MAAL_ROLES", "command,project,query")),
                optional(environment, "MAAL_ISSUER"),
                keys(environment),
                text(environment, "MAAL_AUDIENCE", AUDIENCE),
                one(environment, "MAAL_METRICS", MetricsAccess.OPERATOR),
                one(environment, "MAAL_LOG", LogForm.TEXT),
                stopDelay(text(environment, "MAAL_STOP_DELAY", "0")));
    }

    public boolean plays(Role role) {
        return roles.contains(role);
    }

    private static @Nullable ServerAddress database(Map<String, String> environment) {
        String url = optional(environment, "MAAL_DATABASE_URL");
        if (url == null) {
            return null;
        }
        String jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
        if (NAMES_SOMEBODY.matcher(jdbc).find()) {
            throw new CannotStart(
                    "MAAL_DATABASE_URL holds a user or a password: give them by MAAL_DATABASE_USER and MAAL_DATABASE_PASSWORD, so that the address can be shown.");
        }
        if (!jdbc.startsWith("jdbc:postgresql://")) {
            throw new CannotStart("MAAL_DATABASE_URL is an address such as postgresql://host:5432/database.");
        }
        return new ServerAddress(
                jdbc,
                required(environment, "MAAL_DATABASE_USER", "MAAL_DATABASE_URL"),
                required(environment, "MAAL_DATABASE_PASSWORD", "MAAL_DATABASE_URL"),
                optional(environment, "MAAL_DATABASE_APP_USER"),
                optional(environment, "MAAL_DATABASE_APP_USER") == null
                        ? null
                        : required(environment, "MAAL_DATABASE_APP_PASSWORD", "MAAL_DATABASE_APP_USER"));
    }

    private static @Nullable Path keys(Map<String, String> environment) {
        String file = optional(environment, "MAAL_JWKS_FILE");
        return file == null ? null : Path.of(file);
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new CannotStart("MAAL_PORT is a number from 0 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static Set<Role> roles(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(word -> Role.valueOf(word.strip().toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        } catch (IllegalArgumentException e) {
            throw new CannotStart("MAAL_ROLES lists some of command, project, query, not " + text, e);
        }
    }

    private static Duration stopDelay(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > STOP_DELAY_SECONDS_MAX) {
            throw new CannotStart("MAAL_STOP_DELAY is a number of seconds from 0 to %d, not %s"
                    .formatted(STOP_DELAY_SECONDS_MAX, text));
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** One of the words of an enumeration, in small letters. */
    private static <E extends Enum<E>> E one(Map<String, String> environment, String name, E otherwise) {
        String text = text(environment, name, otherwise.name().toLowerCase(Locale.ROOT));
        List<E> known = List.of(otherwise.getDeclaringClass().getEnumConstants());
        return known.stream()
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new CannotStart("%s is one of %s, not %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        known.stream()
                                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                                .toList()),
                                text)));
    }

    private static String required(Map<String, String> environment, String name, String because) {
        String value = optional(environment, name);
        if (value == null) {
            throw new CannotStart("%s needs %s as well.".formatted(because, name));
        }
        return value;
    }

    private static String text(Map<String, String> environment, String name, String otherwise) {
        String value = optional(environment, name);
        return value == null ? otherwise : value;
    }

    private static @Nullable String optional(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
