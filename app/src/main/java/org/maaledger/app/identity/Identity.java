package org.maaledger.app.identity;

import java.time.Instant;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * What a verified token says.
 *
 * @param issuer who vouches for it
 * @param subject whom the issuer knows by this name; together with the issuer it becomes an opaque id
 * @param expires from when on it counts no more
 */
record Identity(String issuer, String subject, BodyId body, Office office, Instant expires) {}
