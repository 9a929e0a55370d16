-- The register: agreements and targets as they stand. Every row is what one event said; {schema} is the schema of one generation.
-- The primary key of every table is (row_key, to_position); a rebuild adds it when the rows are there.
-- A row holds from its from_position to before its to_position (9223372036854775807 while nothing has replaced it), and on the day of
-- valid_from something began by the act that made it.

create table {schema}.agreement (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    agreement uuid not null,
    kind text not null,
    title text not null,
    edition text not null,
    designated_targets_max integer not null,
    milestone_interval_months_max integer not null,
    top_tier_members_min integer not null,
    designation_window_months integer not null,
    local_change_lock_months integer not null,
    amber_tolerance text not null,
    period_from date not null,
    period_to date not null,
    area text not null,
    government_office text not null
);

create table {schema}.responsible (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    agreement uuid not null,
    body text not null
);

-- A body that left has no role.
create table {schema}.party (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    agreement uuid not null,
    body text not null,
    role text
);

create table {schema}.signature (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    agreement uuid not null,
    top_tier_members text[] not null
);

create table {schema}.designation (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    agreement uuid not null,
    target uuid not null,
    designated boolean not null
);

create table {schema}.target (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    agreement uuid not null,
    kind text not null,
    series text not null,
    definition_version integer not null,
    unit text not null,
    polarity text not null,
    relates_to text[] not null,
    proposed_by text not null
);

create table {schema}.offer (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    number integer not null,
    period text not null,
    value text not null,
    proposed_by text not null
);

create table {schema}.consent (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    offer_number integer not null,
    body text not null,
    given boolean not null,
    reason text
);

-- Either a baseline, or a gap with its owner and the day by which it is to be filled.
create table {schema}.baseline (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    period text,
    value text,
    source text,
    gap_owner text,
    gap_fill_by date,
    gap_reason text
);

create table {schema}.trajectory (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    version integer not null,
    baseline_period text,
    baseline_value text,
    periods text[] not null,
    milestone_values text[] not null,
    renegotiation integer
);

create table {schema}.withdrawal (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    reason text
);

-- A proposal to withdraw the target has no trajectory, and its explanation is its ground.
create table {schema}.renegotiation (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    number integer not null,
    version integer,
    baseline_period text,
    baseline_value text,
    periods text[],
    milestone_values text[],
    ground text,
    explanation text not null,
    designated boolean not null,
    consents_needed text[] not null,
    proposed_by text not null
);

create table {schema}.renegotiation_consent (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    number integer not null,
    body text not null,
    given boolean not null,
    reason text
);

create table {schema}.renegotiation_outcome (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    number integer not null,
    approved boolean not null,
    reason text
);

-- How many events a stream has: what its ETag says.
create table {schema}.stream_version (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    version bigint not null
);

-- after filling
create index on {schema}.agreement (from_position);
create index on {schema}.party (agreement, to_position);
create index on {schema}.party (body, to_position);
create index on {schema}.designation (agreement, to_position);
create index on {schema}.target (agreement, from_position);
create index on {schema}.offer (target, from_position);
create index on {schema}.consent (target, from_position);
create index on {schema}.trajectory (target, from_position);
create index on {schema}.renegotiation (target, from_position);
create index on {schema}.renegotiation_consent (target, from_position);
create index on {schema}.renegotiation_outcome (target, from_position);
