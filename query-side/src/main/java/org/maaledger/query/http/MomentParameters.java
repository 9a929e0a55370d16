package org.maaledger.query.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes, for the OpenAPI document, the parameters that {@code Asked} stands for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = ReadParameters.AS_OF,
        in = ParameterIn.QUERY,
        description =
                "What the ledger knew then: a position, or an instant such as 2026-01-31T12:00:00Z. Default: the newest.",
        schema = @Schema(type = "string"))
@Parameter(
        name = ReadParameters.VALID_ON,
        in = ParameterIn.QUERY,
        description =
                "For which day it is asked. What began later does not count: acts by their date, readings by the last day of their"
                        + " period, places and definitions by theirs. Default: the day of the moment, and everything counts.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = ReadParameters.MIN_POSITION,
        in = ParameterIn.QUERY,
        description =
                "The answer must include this position, such as that of one's own write. Waits for a bounded time, then 503.",
        schema = @Schema(type = "integer", format = "int64"))
public @interface MomentParameters {}
