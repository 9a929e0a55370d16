package org.maaledger.command.agreement;

import org.maaledger.command.decision.Refusal;

/** Why an agreement refuses a command. */
public sealed interface AgreementRefusal extends Refusal permits PartyRefusal, ActRefusal {}
