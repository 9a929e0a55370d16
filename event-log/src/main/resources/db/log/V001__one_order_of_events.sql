-- The log: one row for each event, never changed, never removed. What counts is the column "stored"; the others are indexes of it.

CREATE TABLE ledger.event (
    position       bigint      NOT NULL PRIMARY KEY CHECK (position > 0),
    event_id       uuid        NOT NULL UNIQUE,
    aggregate_id   text        COLLATE "C" NOT NULL CHECK (length(aggregate_id) BETWEEN 1 AND 300),
    sequence       bigint      NOT NULL CHECK (sequence >= 0),
    aggregate_type text        COLLATE "C" NOT NULL,
    name           text        COLLATE "C" NOT NULL,
    revision       integer     NOT NULL CHECK (revision > 0),
    recorded_at    timestamptz NOT NULL,
    acted_on       date        NOT NULL,
    stored         bytea       NOT NULL,
    UNIQUE (aggregate_id, sequence)
);

COMMENT ON TABLE ledger.event IS 'Every event in one order: position 1, 2, 3, without gaps, in the order of commits.';
COMMENT ON COLUMN ledger.event.stored IS 'The event in canonical JSON (RFC 8785); every proof is made from these bytes.';
COMMENT ON COLUMN ledger.event.recorded_at IS 'The database clock under the lock of the log; never decreasing, never used for order.';

-- Rows come in the order of time, so a block range index is enough to find a moment.
CREATE INDEX event_recorded_at ON ledger.event USING brin (recorded_at);

-- Rights stop the application user; these triggers stop everybody else, the owner and a replica role included.
CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the log is never changed: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_is_never_changed
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_is_never_changed;

GRANT USAGE ON SCHEMA ledger TO "${app}";
GRANT SELECT, INSERT ON ledger.event TO "${app}";
