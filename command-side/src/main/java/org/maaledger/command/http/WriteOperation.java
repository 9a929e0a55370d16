package org.maaledger.command.http;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what every write takes beside its body, and every answer it can get. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        in = ParameterIn.HEADER,
        name = "Idempotency-Key",
        required = true,
        description = "A new key for each new request; the same request sent again with its key is carried out once.",
        schema = @Schema(type = "string", minLength = 1, maxLength = Limits.KEY_CHARACTERS_MAX))
@Parameter(
        in = ParameterIn.HEADER,
        name = "If-Match",
        description = "The entity tag of what is changed, or *. Required where something that exists is changed.",
        schema = @Schema(type = "string", example = "\"3\""))
@ApiResponse(
        responseCode = "200",
        description = "Recorded.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
@ApiResponse(
        responseCode = "400",
        description = "The request cannot be read, or fields are missing or wrong; all of them are listed.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "403",
        description = "You may not do this.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "404",
        description = "There is no such thing, or none that you may know of.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "409",
        description = "Its present state does not allow it.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "412",
        description = "It has changed since the version named by If-Match.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "413",
        description = "The request is too large.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "422",
        description = "A rule does not allow it, or the Idempotency-Key belongs to another request.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "428",
        description = "If-Match is missing.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "Busy, or it is not known whether it was recorded: send it again with the same key.",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface WriteOperation {}
