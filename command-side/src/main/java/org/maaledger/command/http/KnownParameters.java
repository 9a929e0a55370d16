package org.maaledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that a write does not have: a misspelt {@code check} must not be taken for a request in earnest. */
public final class KnownParameters implements HandlerInterceptor {

    private static final String OURS = "org.maaledger.command.";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            Set<String> names = known.computeIfAbsent(method, KnownParameters::names);
            request.getParameterMap().forEach((name, values) -> {
                if (!names.contains(name) || values.length > 1) {
                    throw RequestRefused.parameter(
                            "parameter-unknown",
                            names.isEmpty()
                                    ? "This address takes no parameters: leave them out."
                                    : "This address takes these parameters, each once: %s."
                                            .formatted(String.join(", ", names)));
                }
            });
        }
        return true;
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(parameter -> {
                    String named = parameter.getAnnotation(RequestParam.class).value();
                    return named.isEmpty() ? parameter.getName() : named;
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
