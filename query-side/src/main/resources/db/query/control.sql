-- What the machinery of projections knows of itself. Everything here can be thrown away with the projections: the log is elsewhere.
create schema if not exists query;

-- Which generation of each projection answers. Its row is the lock between writing rows and taking over.
create table if not exists query.projection (
    name text primary key,
    serving integer not null
) with (fillfactor = 50);

create table if not exists query.generation (
    projection text not null,
    number integer not null,
    revision integer not null,
    position bigint not null,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (projection, number)
) with (fillfactor = 50);

-- Events that a projection could not apply. The log keeps the event, so its position is all that is needed.
create table if not exists query.dead_letter (
    id bigint generated always as identity primary key,
    projection text not null,
    generation integer not null,
    stream text not null,
    position bigint not null,
    event_name text not null,
    cause text not null,
    attempts integer not null default 1,
    first_failed_at timestamptz not null default clock_timestamp(),
    last_failed_at timestamptz not null default clock_timestamp(),
    unique (projection, generation, position)
);
create index if not exists dead_letter_stream on query.dead_letter (projection, generation, stream);

-- Axon's tokens: which node runs a processing group, and how far it has come.
create table if not exists query.token_entry (
    processor_name text not null,
    segment integer not null,
    token bytea,
    token_type text,
    timestamp text,
    owner text,
    primary key (processor_name, segment)
);
