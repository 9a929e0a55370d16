package org.maaledger.query.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes, for the OpenAPI document, the parameters that {@link Paged} stands for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = ReadParameters.AFTER,
        in = ParameterIn.QUERY,
        description = "What 'next' said on the page before. Default: the first page.",
        schema = @Schema(type = "string"))
@Parameter(
        name = ReadParameters.PAGE_SIZE,
        in = ParameterIn.QUERY,
        description = "How many entries at most.",
        schema =
                @Schema(
                        type = "integer",
                        minimum = "1",
                        maximum = "" + Paged.SIZE_MAX,
                        defaultValue = "" + Paged.SIZE_DEFAULT))
public @interface PageParameters {}
