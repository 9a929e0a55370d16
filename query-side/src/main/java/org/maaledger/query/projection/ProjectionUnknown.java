package org.maaledger.query.projection;

import java.util.Collection;

/** There is no projection of that name. */
public final class ProjectionUnknown extends RuntimeException {

    /** {@code name} was asked for, {@code known} are there. */
    public ProjectionUnknown(String name, Collection<String> known) {
        super("there is no projection '%s': use one of %s"
                .formatted(name.length() <= 60 ? name : name.substring(0, 57) + "...", String.join(", ", known)));
    }
}
