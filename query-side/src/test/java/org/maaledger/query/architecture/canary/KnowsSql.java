package org.maaledger.query.architecture.canary;

import javax.sql.DataSource;

/** Knows the database where it should not. */
public record KnowsSql(DataSource database) {}
