package org.maaledger.query.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes, for the OpenAPI document, the parameters that {@code AskedTwice} stands for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = ReadParameters.FROM,
        in = ParameterIn.QUERY,
        description =
                "The first moment: a position or an instant. Needed unless from-valid-on is given; then the newest.",
        schema = @Schema(type = "string"))
@Parameter(
        name = ReadParameters.FROM_VALID_ON,
        in = ParameterIn.QUERY,
        description = "The day of the first moment. Default: that of valid-on.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = ReadParameters.TO,
        in = ParameterIn.QUERY,
        description = "The second moment: a position or an instant. Default: the newest.",
        schema = @Schema(type = "string"))
@Parameter(
        name = ReadParameters.VALID_ON,
        in = ParameterIn.QUERY,
        description = "The day of the second moment: what began later does not count. Default: all counts.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = ReadParameters.MIN_POSITION,
        in = ParameterIn.QUERY,
        description = "The answer must include this position. Waits for a bounded time, then 503.",
        schema = @Schema(type = "integer", format = "int64"))
public @interface ComparisonParameters {}
