-- Reference data: areas and indicators with their versions. {schema} is the schema of one generation.
-- The primary key of every table is (row_key, to_position); a rebuild adds it when the rows are there.

create table {schema}.area (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    name text not null,
    level text not null,
    tier text,
    region text,
    parents text[] not null,
    constituents text[] not null,
    former_codes text[] not null,
    aliases text[] not null,
    exists_from date,
    exists_to date,
    source_name text not null,
    source_version text,
    source_licence text
);

create table {schema}.succession (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    area text not null,
    successor text not null,
    succeeded_on date not null
);

create table {schema}.indicator (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    statutory boolean not null
);

-- The first definition of an indicator has no day on which it came into force.
create table {schema}.definition (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    indicator text not null,
    version integer not null,
    title text not null,
    unit text not null,
    polarity text not null,
    theme text,
    decimals integer,
    title_verified boolean not null,
    in_force_from date,
    source_name text not null,
    source_version text,
    source_licence text
);

create table {schema}.withdrawal (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    withdrawn_from date not null
);

create table {schema}.stream_version (
    row_key text collate "C" not null,
    from_position bigint not null,
    to_position bigint not null,
    valid_from date not null,
    version bigint not null
);

-- after filling
create index on {schema}.area (level, row_key);
create index on {schema}.succession (area, from_position);
create index on {schema}.definition (indicator, from_position);
