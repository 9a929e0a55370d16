package org.maaledger.command.target;

import org.maaledger.command.decision.Refusal;

/** Why a target refuses a command. */
public sealed interface TargetRefusal extends Refusal
        permits OfferRefusal, StartRefusal, TrajectoryRefusal, RenegotiationRefusal {}
