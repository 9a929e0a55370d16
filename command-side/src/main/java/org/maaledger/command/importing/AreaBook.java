package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.importing.Mapping.AreaRules;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;

/** The area register as an import knows it: by code, and by name with aliases. */
final class AreaBook {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<AreaCode, AreaDetails> byCode = new HashMap<>();
    private final Map<String, Set<AreaCode>> byName = new HashMap<>();

    /** Enters a place, in the place of an earlier entry of its code. */
    void enter(AreaCode code, AreaDetails details) {
        byCode.put(code, details);
        index(details.name(), code);
        details.aliases().forEach(alias -> index(alias, code));
    }

    private void index(String name, AreaCode code) {
        byName.computeIfAbsent(plain(name), key -> new LinkedHashSet<>(2)).add(code);
    }

    boolean holds(AreaCode code) {
        return byCode.containsKey(code);
    }

    /** The name of a place, null if the register does not hold it. */
    @Nullable String name(AreaCode code) {
        AreaDetails details = byCode.get(code);
        return details == null ? null : details.name();
    }

    /** Whether {@code name} is the name or an alias of the place; that of one that it followed may mean another place. */
    boolean isCalled(AreaCode code, String name) {
        AreaDetails details = byCode.get(code);
        return details != null && isNamed(details, name);
    }

    int size() {
        return byCode.size();
    }

    /**
     * The areas that {@code name} may mean under the rules of a mapping: of the first of its levels that has any, those that existed
     * on its day; for today's areas, those that exist, or else those that did. One is the answer; none or several are not.
     */
    List<AreaCode> named(String name, AreaRules rules) {
        String own = rules.names().get(name);
        if (own != null) {
            return List.of(new AreaCode(own));
        }
        for (Map.Entry<String, AreaLevel> suffix : rules.suffixes().entrySet()) {
            if (name.endsWith(suffix.getKey())) {
                String stem = name.substring(0, name.length() - suffix.getKey().length());
                return chosen(ofLevel(stem, suffix.getValue()), rules.validOn());
            }
        }
        for (AreaLevel level : rules.prefer()) {
            List<AreaCode> found = chosen(ofLevel(name, level), rules.validOn());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<AreaCode> ofLevel(String name, AreaLevel level) {
        List<AreaCode> found = new ArrayList<>(2);
        for (AreaCode code : byName.getOrDefault(plain(name), Set.of())) {
            AreaDetails details = byCode.get(code);
            if (details != null && details.level() == level && isNamed(details, name)) {
                found.add(code);
            }
        }
        return found;
    }

    /** Whether a place has that name, or that alias. An earlier entry may have had one that a later one has no more. */
    static boolean isNamed(AreaDetails details, String name) {
        String plain = plain(name);
        return plain(details.name()).equals(plain)
                || details.aliases().stream().anyMatch(alias -> plain(alias).equals(plain));
    }

    private List<AreaCode> chosen(List<AreaCode> found, @Nullable LocalDate validOn) {
        if (validOn != null) {
            return found.stream().filter(code -> existed(code, validOn)).toList();
        }
        List<AreaCode> living = found.stream()
                .filter(code -> {
                    AreaDetails details = byCode.get(code);
                    return details != null && details.validTo() == null;
                })
                .toList();
        return living.isEmpty() ? found : living;
    }

    private boolean existed(AreaCode code, LocalDate day) {
        AreaDetails details = byCode.get(code);
        return details != null
                && (details.validFrom() == null || !day.isBefore(details.validFrom()))
                && (details.validTo() == null || !day.isAfter(details.validTo()));
    }

    /** Names are compared without case, punctuation and the difference between "and" and its sign. */
    private static String plain(String name) {
        return NO_WORD.matcher(name.toLowerCase(Locale.ROOT).replace("&", " and "))
                .replaceAll(" ")
                .strip();
    }
}
