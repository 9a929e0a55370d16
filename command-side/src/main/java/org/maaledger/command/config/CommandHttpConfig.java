package org.maaledger.command.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.command.http.KnownParameters;
import org.maaledger.command.http.ProblemAdvice;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteRequestResolver;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.Idempotency;
import org.maaledger.log.LedgerReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The edge of the command side. */
@Configuration(proxyBeanMethods = false)
public class CommandHttpConfig {

    /** Binds requests; the salts of texts come from the system's source of randomness. */
    @Bean
    public RecordBinder recordBinder() {
        SecureRandom random = new SecureRandom();
        return new RecordBinder(() -> {
            byte[] salt = new byte[TextRef.SALT_BYTES];
            random.nextBytes(salt);
            return salt;
        });
    }

    /** Where commands are handed in. */
    @Bean
    public CommandDesk commandDesk(
            RecordBinder binder, Dispatch dispatch, Idempotency idempotency, LedgerReader reader, InstantSource clock) {
        return new CommandDesk(binder, dispatch, new LogAnswers(idempotency, reader), clock, json());
    }

    /** Answers refusals. */
    @Bean
    public ProblemAdvice problemAdvice() {
        return new ProblemAdvice(json());
    }

    /** Lets controllers take a write request. */
    @Bean
    public WebMvcConfigurer writeRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WriteRequestResolver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownParameters());
            }
        };
    }

    /** Answers are written as events are: dates and instants in ISO 8601. */
    static ObjectMapper json() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }
}
