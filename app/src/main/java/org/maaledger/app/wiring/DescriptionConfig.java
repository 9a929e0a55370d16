package org.maaledger.app.wiring;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import java.util.List;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.TextRef;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The description of the API for programs and for people: OpenAPI at /v3/api-docs, a page of it at /docs. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfig {

    private static final String SCHEME = "bearer";

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
                                Every read but the stream of events takes as-of. Errors are problems (RFC 9457); \
                                each code is explained at /problems/{code}.\
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
                // From the ledger's own root, whatever name it was asked by.
                .servers(List.of(new Server().url("/").description("This ledger")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }

    /** What the command side takes, in a process that has one. */
    @Bean
    DescribedWrites describedWrites(ObjectProvider<RecordBinder> binder) {
        return new DescribedWrites(binder.getIfAvailable(() -> new RecordBinder(() -> new byte[TextRef.SALT_BYTES])));
    }

    @Bean
    DescribedReads describedReads() {
        return new DescribedReads();
    }

    @Bean
    DescribedImports describedImports() {
        return new DescribedImports();
    }

    @Bean
    DescribedForms describedForms() {
        return new DescribedForms();
    }

    @Bean
    DescribedRecords describedRecords() {
        return new DescribedRecords();
    }

    @Bean
    DescribedResources describedResources() {
        return new DescribedResources();
    }

    /** Until there are pages, a browser is shown the description; the address is relative, for a ledger behind a path. */
    @Bean
    RouterFunction<ServerResponse> frontDoor() {
        return RouterFunctions.route(
                RequestPredicates.GET("/"),
                request -> ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create("docs"))
                        .build());
    }

    /** After the writes, whose parameters say how they can be refused. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    DescribedProblems describedProblems() {
        return new DescribedProblems();
    }
}
