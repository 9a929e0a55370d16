-- A key may stand for a request that is no single append, such as an import: it has no events of its own then.
ALTER TABLE ledger.idempotency DROP CONSTRAINT idempotency_event_count_check;
ALTER TABLE ledger.idempotency ADD CONSTRAINT idempotency_event_count_check CHECK (event_count >= 0);
