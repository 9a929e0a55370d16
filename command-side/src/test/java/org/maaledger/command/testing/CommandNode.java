package org.maaledger.command.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.config.CommandSideConfig;
import org.maaledger.command.config.SnapshotJson;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.Idempotency;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.Snapshots;
import org.maaledger.log.testing.LedgerDatabase;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A whole command side on a ledger, with an appender of its own, as one process among several has it. */
public final class CommandNode implements AutoCloseable {

    /** When the requests of the tests are made. */
    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Appender appender;
    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private final MockMvc mvc;

    public CommandNode(LedgerDatabase ledger) {
        this(ledger, engine -> engine);
    }

    /** @param between what stands between the command side and the log */
    public CommandNode(LedgerDatabase ledger, UnaryOperator<EventStorageEngine> between) {
        appender = new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults());
        context.registerBean(LedgerReader.class, ledger::reader);
        context.registerBean(Idempotency.class, () -> new Idempotency(ledger.app()));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(NOW));
        Snapshots snapshots = new Snapshots(ledger.app(), SnapshotJson.serializer(), "test");
        LedgerEventStorageEngine engine = new LedgerEventStorageEngine(appender, ledger.reader(), snapshots);
        context.registerBean(LedgerEventStorageEngine.class, () -> engine);
        context.registerBean(
                EventStore.class,
                () -> EmbeddedEventStore.builder()
                        .storageEngine(between.apply(engine))
                        .build());
        new AnnotatedBeanDefinitionReader(context).register(Parts.class);
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    public Dispatch dispatch() {
        return context.getBean(Dispatch.class);
    }

    /** What came back: status, headers, body. */
    public record Reply(MockHttpServletResponse response, JsonNode body) {

        public int status() {
            return response.getStatus();
        }

        public String code() {
            return body.path("code").asText();
        }

        public @Nullable String header(String name) {
            return response.getHeader(name);
        }
    }

    /** A request with a new key, made on any version. */
    public Reply post(Actor actor, String path, String body) {
        return post(
                actor, path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "*"));
    }

    public Reply post(Actor actor, String path, String body, Map<String, String> headers) {
        return post(actor, path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), headers);
    }

    public Reply post(Actor actor, String path, byte[] body, Map<String, String> headers) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(path)
                .contentType("application/json")
                .header("X-Actor", actor.id() + " " + actor.body() + " " + actor.office())
                .content(body);
        headers.forEach(request::header);
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            byte[] content = response.getContentAsByteArray();
            return new Reply(response, content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content));
        } catch (Exception e) {
            throw new AssertionError("the request was answered by no problem but by a fault", e);
        }
    }

    @Override
    public void close() {
        context.close();
        appender.close();
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @Import(CommandSideConfig.class)
    static class Parts {

        @Bean(initMethod = "start", destroyMethod = "shutdown")
        Configuration axon(
                ApplicationContext beans,
                CommandBus commandBus,
                EventStore eventStore,
                List<ConfigurerModule> modules) {
            Configurer configurer = DefaultConfigurer.defaultConfiguration()
                    .configureCommandBus(configuration -> commandBus)
                    .configureEventStore(configuration -> eventStore)
                    .registerComponent(ParameterResolverFactory.class, configuration -> parameters(beans));
            modules.forEach(module -> module.configureModule(configurer));
            return configurer.buildConfiguration();
        }

        private static ParameterResolverFactory parameters(ApplicationContext beans) {
            return MultiParameterResolverFactory.ordered(
                    ClasspathParameterResolverFactory.forClass(CommandNode.class),
                    new SpringBeanParameterResolverFactory(beans));
        }

        /** In place of a token: whoever the header names. */
        @Bean
        WebMvcConfigurer actors() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new ActorOfHeader());
                }
            };
        }
    }

    private static final class ActorOfHeader implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Actor resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            String header = request.getHeader("X-Actor");
            if (header == null) {
                throw new IllegalArgumentException("nobody acts");
            }
            List<String> parts = List.of(header.split(" ", -1));
            return new Actor(
                    new ActorId(UUID.fromString(parts.get(0))), new BodyId(parts.get(1)), Office.of(parts.get(2)));
        }
    }
}
