package org.maaledger.app.wiring;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maaledger.kernel.provenance.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An address of the tests: it says who asked, or fails in the ways that a program can fail. */
@RestController
@Hidden
class EchoController {

    @GetMapping(path = "/v1/echo", produces = "application/json")
    Actor who(Actor actor) {
        return actor;
    }

    @PostMapping(path = "/v1/echo", consumes = "application/json", produces = "application/json")
    String echo(@RequestBody String body) {
        return body;
    }

    @GetMapping("/v1/echo/number")
    int number(@RequestParam int value) {
        return value;
    }

    @GetMapping("/v1/echo/fault")
    String fault() {
        throw new IllegalStateException("a secret of the program");
    }

    @GetMapping("/v1/echo/fault-without-a-cause")
    void error(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
}
