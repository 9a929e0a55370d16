package org.maaledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.AskedTwice;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the parameters that every question has, as {@link Asked}, {@link AskedTwice} and {@link Paged}, and tells every fault in them at once. */
public final class ReadParameters implements HandlerMethodArgumentResolver {

    static final String AS_OF = "as-of";
    static final String VALID_ON = "valid-on";
    static final String MIN_POSITION = "min-position";
    static final String FROM = "from";
    static final String FROM_VALID_ON = "from-valid-on";
    static final String TO = "to";
    static final String AFTER = "after";
    static final String PAGE_SIZE = "page-size";

    /** The names that {@link Asked} stands for. */
    static final List<String> OF_ASKED = List.of(AS_OF, VALID_ON, MIN_POSITION);

    /** The names that {@link AskedTwice} stands for. */
    static final List<String> OF_ASKED_TWICE = List.of(FROM, FROM_VALID_ON, TO, VALID_ON, MIN_POSITION);

    /** The names that {@link Paged} stands for. */
    static final List<String> OF_PAGED = List.of(AFTER, PAGE_SIZE);

    private static final Set<Class<?>> OURS = Set.of(Asked.class, AskedTwice.class, Paged.class);

    private static final int AFTER_CHARACTERS_MAX = 300;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return OURS.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null) {
            throw new IllegalStateException("questions come over HTTP");
        }
        List<BadParameters.Fault> faults = new ArrayList<>();
        // Those of every parameter of the question are looked at, so that all of their faults are told at once.
        for (Class<?> type : parameter.getExecutable().getParameterTypes()) {
            if (OURS.contains(type) && type != parameter.getParameterType()) {
                value(type, http, faults);
            }
        }
        Object value = value(parameter.getParameterType(), http, faults);
        if (!faults.isEmpty()) {
            throw new BadParameters(faults);
        }
        return value;
    }

    private static Object value(Class<?> type, HttpServletRequest request, List<BadParameters.Fault> faults) {
        if (type == AskedTwice.class) {
            return askedTwice(request, faults);
        }
        return type == Asked.class ? asked(request, faults) : paged(request, faults);
    }

    private static AskedTwice askedTwice(HttpServletRequest request, List<BadParameters.Fault> faults) {
        if (request.getParameter(FROM) == null && request.getParameter(FROM_VALID_ON) == null) {
            faults.add(new BadParameters.Fault(
                    FROM, "missing", "name the first moment: a position, an instant, or a day with from-valid-on"));
        }
        LocalDate day = validOn(request, VALID_ON, faults);
        LocalDate firstDay = validOn(request, FROM_VALID_ON, faults);
        return new AskedTwice(
                new Asked(asOf(request, FROM, faults), firstDay == null ? day : firstDay, 0),
                new Asked(asOf(request, TO, faults), day, number(request, MIN_POSITION, 0, 0, Long.MAX_VALUE, faults)));
    }

    private static Asked asked(HttpServletRequest request, List<BadParameters.Fault> faults) {
        return new Asked(
                asOf(request, AS_OF, faults),
                validOn(request, VALID_ON, faults),
                number(request, MIN_POSITION, 0, 0, Long.MAX_VALUE, faults));
    }

    private static Paged paged(HttpServletRequest request, List<BadParameters.Fault> faults) {
        String after = request.getParameter(AFTER);
        if (after != null && (after.length() > AFTER_CHARACTERS_MAX || !after.matches("[\\x21-\\x7e]*"))) {
            faults.add(new BadParameters.Fault(AFTER, "not-a-place", "write what 'next' said on the page before"));
        }
        int size = (int) number(request, PAGE_SIZE, Paged.SIZE_DEFAULT, 1, Paged.SIZE_MAX, faults);
        return new Paged(after == null ? "" : after, size);
    }

    private static AsOf asOf(HttpServletRequest request, String name, List<BadParameters.Fault> faults) {
        String text = request.getParameter(name);
        if (text != null) {
            try {
                return AsOf.of(text);
            } catch (IllegalArgumentException e) {
                faults.add(new BadParameters.Fault(name, "not-a-moment", String.valueOf(e.getMessage())));
            }
        }
        return new AsOf.Newest();
    }

    private static @Nullable LocalDate validOn(
            HttpServletRequest request, String name, List<BadParameters.Fault> faults) {
        String text = request.getParameter(name);
        if (text != null) {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() >= 1801 && date.getYear() <= 2200) {
                    return date;
                }
            } catch (DateTimeException e) {
                // Told below, with every other date that is none.
            }
            faults.add(new BadParameters.Fault(name, "not-a-date", "write a date of 1801 to 2200 such as 2009-03-31"));
        }
        return null;
    }

    private static long number(
            HttpServletRequest request,
            String name,
            long otherwise,
            long least,
            long most,
            List<BadParameters.Fault> faults) {
        String text = request.getParameter(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        String bound = most == Long.MAX_VALUE ? "from %d on".formatted(least) : "from %d to %d".formatted(least, most);
        faults.add(new BadParameters.Fault(name, "not-a-number", "write a whole number " + bound));
        return otherwise;
    }
}
