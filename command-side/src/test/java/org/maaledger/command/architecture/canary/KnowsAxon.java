package org.maaledger.command.architecture.canary;

import org.axonframework.messaging.MetaData;

/** Knows the framework where it should not. */
public record KnowsAxon(MetaData metaData) {}
