package org.maaledger.query.register;

import java.util.List;
import org.maaledger.query.projection.Table;

/** The tables of the register; {@code db/query/register.sql} says what their columns are. */
final class RegisterTables {

    static final Table AGREEMENT = Table.of(
            "agreement",
            "agreement",
            "kind",
            "title",
            "edition",
            "designated_targets_max",
            "milestone_interval_months_max",
            "top_tier_members_min",
            "designation_window_months",
            "local_change_lock_months",
            "amber_tolerance",
            "period_from",
            "period_to",
            "area",
            "government_office");
    static final Table RESPONSIBLE = Table.of("responsible", "agreement", "body");
    static final Table PARTY = Table.of("party", "agreement", "body", "role");
    static final Table SIGNATURE = Table.of("signature", "agreement", "top_tier_members");
    static final Table DESIGNATION = Table.of("designation", "agreement", "target", "designated");
    static final Table TARGET = Table.of(
            "target",
            "target",
            "agreement",
            "kind",
            "series",
            "definition_version",
            "unit",
            "polarity",
            "relates_to",
            "proposed_by");
    static final Table OFFER = Table.of("offer", "target", "number", "period", "value", "proposed_by");
    static final Table CONSENT = Table.of("consent", "target", "offer_number", "body", "given", "reason");
    static final Table BASELINE =
            Table.of("baseline", "target", "period", "value", "source", "gap_owner", "gap_fill_by", "gap_reason");
    static final Table TRAJECTORY = Table.of(
            "trajectory",
            "target",
            "version",
            "baseline_period",
            "baseline_value",
            "periods",
            "milestone_values",
            "renegotiation");
    static final Table WITHDRAWAL = Table.of("withdrawal", "target", "reason");
    static final Table RENEGOTIATION = Table.of(
            "renegotiation",
            "target",
            "number",
            "version",
            "baseline_period",
            "baseline_value",
            "periods",
            "milestone_values",
            "ground",
            "explanation",
            "designated",
            "consents_needed",
            "proposed_by");
    static final Table RENEGOTIATION_CONSENT =
            Table.of("renegotiation_consent", "target", "number", "body", "given", "reason");
    static final Table RENEGOTIATION_OUTCOME =
            Table.of("renegotiation_outcome", "target", "number", "approved", "reason");
    static final Table STREAM_VERSION = Table.of("stream_version", "version");

    static final List<Table> ALL = List.of(
            AGREEMENT,
            RESPONSIBLE,
            PARTY,
            SIGNATURE,
            DESIGNATION,
            TARGET,
            OFFER,
            CONSENT,
            BASELINE,
            TRAJECTORY,
            WITHDRAWAL,
            RENEGOTIATION,
            RENEGOTIATION_CONSENT,
            RENEGOTIATION_OUTCOME,
            STREAM_VERSION);

    private RegisterTables() {}
}
