package org.maaledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.AskedTwice;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a question does not have, or that are given twice: a misspelt {@code as-of} must not be answered with what
 * is known today.
 */
public final class KnownParameters implements HandlerInterceptor {

    private static final String OURS = "org.maaledger.query.";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            Set<String> names = known.computeIfAbsent(method, KnownParameters::names);
            List<BadParameters.Fault> faults = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> {
                if (!names.contains(name)) {
                    faults.add(new BadParameters.Fault(
                            bounded(name), "unknown-parameter", "this question has the parameters " + names));
                } else if (values.length > 1) {
                    faults.add(new BadParameters.Fault(name, "given-twice", "give it once"));
                }
            });
            if (!faults.isEmpty()) {
                throw new BadParameters(faults);
            }
        }
        return true;
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == Asked.class) {
                names.addAll(ReadParameters.OF_ASKED);
            } else if (parameter.getParameterType() == AskedTwice.class) {
                names.addAll(ReadParameters.OF_ASKED_TWICE);
            } else if (parameter.getParameterType() == Paged.class) {
                names.addAll(ReadParameters.OF_PAGED);
            } else {
                RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
                if (named != null) {
                    names.add(named.value());
                }
            }
        }
        return names;
    }

    private static String bounded(String name) {
        return name.length() <= 60 ? name : name.substring(0, 57) + "...";
    }
}
