package org.maaledger.kernel.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** The office in which somebody acts for a body. One act is done in one office. */
public enum Office {
    /** Acts for a local authority, a member of agreements. */
    AUTHORITY_OFFICER,
    /** Acts for a partner authority: police, health, Jobcentre Plus. */
    PARTNER,
    /** Negotiates and recommends for Government in a region. */
    GOVERNMENT_OFFICE,
    /** Signs, designates and approves for the Secretary of State. */
    MINISTER,
    /** Replays and judges; writes nothing to targets or readings. */
    INSPECTOR,
    /** Publishes and revises official readings and reference data. */
    DATA_PROVIDER,
    /** Asks questions. */
    ANALYST,
    /** Runs the system: projections, dead letters, imports of reference data. */
    OPERATOR;

    @JsonCreator
    public static Office of(String text) {
        return Shape.fromKebab(Office.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
