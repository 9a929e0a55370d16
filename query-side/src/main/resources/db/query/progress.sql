-- Progress: what targets are judged against, and the readings of every series. {schema} is the schema of one generation.
-- The primary key of every table is (row_key, to_position); a rebuild adds it when the rows are there.

create table {schema}.tolerance (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    agreement uuid not null,
    amber_tolerance text not null
);

create table {schema}.course (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null,
    agreement uuid not null,
    series text not null,
    definition_version integer not null,
    unit text not null,
    polarity text not null
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
    milestone_values text[] not null
);

create table {schema}.withdrawal (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    target uuid not null
);

create table {schema}.series (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    indicator text not null,
    area text not null,
    group_code text not null,
    definition_version integer not null,
    unit text not null
);

-- The key is series~period~vintage, so the readings of a series, or of an indicator, are one range of it.
create table {schema}.reading (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    period text not null,
    period_end date not null,
    vintage text not null,
    value text,
    lower text,
    upper text,
    low_reliability boolean not null,
    combined_areas boolean not null,
    missing text,
    sequence bigint not null,
    corrects bigint,
    ground text,
    source_name text not null,
    source_version text,
    source_licence text,
    -- the version of the definition that the reading follows, where that is not the one of its series
    own_definition_version integer
);

-- after filling
create index on {schema}.course (agreement, from_position);
create index on {schema}.course (series, from_position);
create index on {schema}.trajectory (target, from_position);
