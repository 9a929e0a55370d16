-- Run by the public image of PostgreSQL when it makes a new database: the two users of the ledger, neither of them an administrator.

\getenv owner_password MAAL_DATABASE_PASSWORD
\getenv app_password MAAL_DATABASE_APP_PASSWORD

CREATE ROLE maal_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE maal_app LOGIN PASSWORD :'app_password';
ALTER DATABASE maal OWNER TO maal_owner;
REVOKE ALL ON DATABASE maal FROM PUBLIC;

-- From now on the administrator comes in from inside the container only, by the socket.
ALTER ROLE postgres PASSWORD NULL;
