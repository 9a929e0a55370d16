-- The first use of each idempotency key, for at least 90 days.
CREATE TABLE ledger.idempotency (
    client         text        COLLATE "C" NOT NULL CHECK (length(client) BETWEEN 1 AND 200),
    key            text        COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 128),
    request_hash   text        COLLATE "C" NOT NULL CHECK (length(request_hash) BETWEEN 1 AND 128),
    first_position bigint      NOT NULL,
    event_count    integer     NOT NULL CHECK (event_count > 0),
    recorded_at    timestamptz NOT NULL,
    PRIMARY KEY (client, key)
);
-- Rows come in the order of time; only the pruning looks for it.
CREATE INDEX idempotency_recorded_at ON ledger.idempotency USING brin (recorded_at);

CREATE FUNCTION ledger.keep_ninety_days() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.recorded_at > clock_timestamp() - interval '90 days' THEN
        RAISE EXCEPTION 'an idempotency key is kept for 90 days' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER idempotency_is_kept BEFORE DELETE ON ledger.idempotency
    FOR EACH ROW EXECUTE FUNCTION ledger.keep_ninety_days();

GRANT SELECT, INSERT, DELETE ON ledger.idempotency TO "${app}";

-- States of aggregates, to spare a replay. They are derived, and worth nothing to another revision of the code.
CREATE TABLE ledger.snapshot (
    aggregate_id   text        COLLATE "C" NOT NULL,
    code_revision  text        COLLATE "C" NOT NULL,
    aggregate_type text        NOT NULL,
    sequence       bigint      NOT NULL,
    payload_type   text        NOT NULL,
    payload        bytea       NOT NULL,
    PRIMARY KEY (aggregate_id, code_revision)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ledger.snapshot TO "${app}";
