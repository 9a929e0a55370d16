package org.maaledger.command.config;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole command side: import this. */
@Configuration(proxyBeanMethods = false)
@Import({CommandBusConfig.class, CommandShellConfig.class, CommandHttpConfig.class, ImportConfig.class})
@ComponentScan({
    "org.maaledger.command.agreement",
    "org.maaledger.command.target",
    "org.maaledger.command.reading",
    "org.maaledger.command.area",
    "org.maaledger.command.indicator",
    "org.maaledger.command.importing"
})
public class CommandSideConfig {}
