package org.maaledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the parameters that every question has, as {@link Asked} and {@link Paged}, and tells every fault in them at once. */
public final class ReadParameters implements HandlerMethodArgumentResolver {

    static final String AS_OF = "as-of";
    static final String VALID_ON = "valid-on";
    static final String MIN_POSITION = "min-position";
    static final String AFTER = "after";
    static final String PAGE_SIZE = "page-size";

    /** The names that {@link Asked} stands for. */
    static final List<String> OF_ASKED = List.of(AS_OF, VALID_ON, MIN_POSITION);

    /** The names that {@link Paged} stands for. */
    static final List<String> OF_PAGED = List.of(AFTER, PAGE_SIZE);

    private static final int AFTER_CHARACTERS_MAX = 300;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class || parameter.getParameterType() == Paged.class;
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
        Object value = parameter.getParameterType() == Asked.class ? asked(http, faults) : paged(http, faults);
        if (!faults.isEmpty()) {
            throw new BadParameters(faults);
        }
        return value;
    }

    private static Asked asked(HttpServletRequest request, List<BadParameters.Fault> faults) {
        return new Asked(
                asOf(request.getParameter(AS_OF), faults),
                validOn(request.getParameter(VALID_ON), faults),
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

    private static AsOf asOf(@Nullable String text, List<BadParameters.Fault> faults) {
        if (text != null) {
            try {
                return AsOf.of(text);
            } catch (IllegalArgumentException e) {
                faults.add(new BadParameters.Fault(AS_OF, "not-a-moment", String.valueOf(e.getMessage())));
            }
        }
        return new AsOf.Newest();
    }

    private static @Nullable LocalDate validOn(@Nullable String text, List<BadParameters.Fault> faults) {
        if (text != null) {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() >= 1801 && date.getYear() <= 2200) {
                    return date;
                }
            } catch (DateTimeException e) {
                // Told below, with every other date that is none.
            }
            faults.add(
                    new BadParameters.Fault(VALID_ON, "not-a-date", "write a date of 1801 to 2200 such as 2009-03-31"));
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
