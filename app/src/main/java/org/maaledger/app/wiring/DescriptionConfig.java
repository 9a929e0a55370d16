package org.maaledger.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.maaledger.app.problem.ProblemBody;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.provenance.Actor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API for programs and for people: OpenAPI at /v3/api-docs, a page of it at /docs. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfig {

    private static final String SCHEME = "bearer";
    private static final Map<String, String> EVERYWHERE = Map.of(
            "401", "No token, or none that is accepted here.",
            "403", "The token does not say for whom you act, or you may not do this.",
            "500", "The program failed; the answer holds an id that leads to the cause.",
            "503", "The ledger cannot answer now; try again.");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, WriteRequest.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("MAA Ledger")
                        .version("v1")
                        .description("""
                                The ledger of local and multi-area agreements: targets, trajectories, readings, renegotiations.

                                Every accepted command becomes events in one immutable order. A write carries an Idempotency-Key and, \
                                where it changes something that exists, If-Match; its answer gives position, version and events. \
                                Every read takes as-of. Errors are problems (RFC 9457); each code is explained at /problems/{code}.\
                                """)
                        .license(new License().name("MIT")))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("A token with the claims iss, sub, aud, exp, body and role.")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    /** Every operation can be refused in the same ways, whichever side answers it. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance().read(ProblemBody.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(DescriptionConfig::addProblems);
        };
    }

    private static void addProblems(Operation operation) {
        EVERYWHERE.forEach((status, meaning) -> {
            if (!operation.getResponses().containsKey(status)) {
                operation.getResponses().addApiResponse(status, problem(meaning));
            }
        });
    }

    private static ApiResponse problem(String meaning) {
        Schema<?> schema = new Schema<JsonNode>().$ref("#/components/schemas/ProblemBody");
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
