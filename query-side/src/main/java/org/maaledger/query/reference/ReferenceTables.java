package org.maaledger.query.reference;

import java.util.List;
import org.maaledger.query.projection.Table;

/** The tables of reference data; {@code db/query/reference.sql} says what their columns are. */
final class ReferenceTables {

    static final Table AREA = Table.of(
            "area",
            "name",
            "level",
            "tier",
            "region",
            "parents",
            "constituents",
            "former_codes",
            "aliases",
            "exists_from",
            "exists_to",
            "source_name",
            "source_version",
            "source_licence");
    static final Table SUCCESSION = Table.of("succession", "area", "successor", "succeeded_on");
    static final Table INDICATOR = Table.of("indicator", "statutory");
    static final Table DEFINITION = Table.of(
            "definition",
            "indicator",
            "version",
            "title",
            "unit",
            "polarity",
            "theme",
            "decimals",
            "title_verified",
            "in_force_from",
            "source_name",
            "source_version",
            "source_licence");
    static final Table WITHDRAWAL = Table.of("withdrawal", "withdrawn_from");
    static final Table STREAM_VERSION = Table.of("stream_version", "version");

    static final List<Table> ALL = List.of(AREA, SUCCESSION, INDICATOR, DEFINITION, WITHDRAWAL, STREAM_VERSION);

    private ReferenceTables() {}
}
