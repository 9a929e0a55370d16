package org.maaledger.app.wiring;

import org.maaledger.app.identity.SecurityConfig;
import org.maaledger.app.problem.ProblemConfig;
import org.maaledger.app.watch.WatchConfig;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The whole program: every part by name, nothing found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    LogConfig.class,
    AxonConfig.class,
    SecurityConfig.class,
    ProblemConfig.class,
    DescriptionConfig.class,
    TurnsConfig.class,
    WatchConfig.class
})
class LedgerConfig {}
