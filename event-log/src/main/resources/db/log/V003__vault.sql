-- What may have to be forgotten: free text and who a person is. Events hold commitments and opaque ids only.
CREATE SCHEMA vault;
GRANT USAGE ON SCHEMA vault TO "${app}";

CREATE TABLE vault.text (
    ref  text  COLLATE "C" NOT NULL PRIMARY KEY CHECK (ref ~ '^[0-9a-f]{64}$'),
    text text  NOT NULL,
    salt bytea NOT NULL CHECK (length(salt) = 32)
);
COMMENT ON TABLE vault.text IS 'The text behind each commitment: ref is SHA-256 of salt and text. Erasing a row leaves the log as it was.';

CREATE TABLE vault.actor (
    actor   uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    issuer  text COLLATE "C" NOT NULL CHECK (length(issuer) BETWEEN 1 AND 2000),
    subject text COLLATE "C" NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
    UNIQUE (issuer, subject)
);
COMMENT ON TABLE vault.actor IS 'Which subject of which issuer an opaque actor id stands for.';

GRANT SELECT, INSERT ON vault.text, vault.actor TO "${app}";

-- Tables of the read side belong to the application user, in schemas of its own.
DO $$
BEGIN
    EXECUTE format('GRANT CREATE ON DATABASE %I TO %I', current_database(), '${app}');
END
$$;
