package org.maaledger.command.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maaledger.kernel.framework.FrameworkRules;

/** The framework editions that an agreement can be drafted under. */
public final class Editions {

    private final Map<String, FrameworkRules> byName = new TreeMap<>();

    public Editions(List<FrameworkRules> editions) {
        for (FrameworkRules rules : editions) {
            if (byName.put(rules.edition(), rules) != null) {
                throw new IllegalArgumentException("the framework edition " + rules.edition() + " is there twice");
            }
        }
    }

    /** The edition of this name. */
    public Optional<FrameworkRules> named(String edition) {
        return Optional.ofNullable(byName.get(edition));
    }

    /** The names there are. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
