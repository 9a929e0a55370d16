package org.maaledger.command.architecture.canary.agreement;

import java.nio.file.Path;
import org.springframework.context.ApplicationContext;

/** A decision that depends on what is outside. */
public record ImpureDecision(ApplicationContext context, Path file) {}
