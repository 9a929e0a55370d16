package org.maaledger.app.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Errors of every origin look the same. */
@Configuration(proxyBeanMethods = false)
@Import(GeneralProblems.class)
public class ProblemConfig {

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    ProblemController problemController(ProblemWriter problems) {
        return new ProblemController(problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors(ProblemWriter problems) {
        TomcatContextCustomizer valve = context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new ServerErrors(problems));
            }
        };
        return factory -> factory.addContextCustomizers(valve);
    }
}
