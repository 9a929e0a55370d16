package org.maaledger.app.identity;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The characters that names and values of headers may have: those that Spring Security lets through, seen one by one. It asks a regular
 * expression at each look at a header, which for a token of usual length took a twentieth of the time of a request.
 */
final class HeaderCharacters {

    private HeaderCharacters() {}

    /** Spring Security's firewall with this rule in the place of its own. */
    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(HeaderCharacters::mayBeName);
        firewall.setAllowedHeaderValues(HeaderCharacters::mayBeValue);
        return firewall;
    }

    static boolean mayBeName(String name) {
        return allowed(name, false);
    }

    static boolean mayBeValue(String value) {
        return allowed(value, true);
    }

    private static boolean allowed(String text, boolean tab) {
        int next = 0;
        while (next < text.length()) {
            int point = text.codePointAt(next);
            boolean fine = Character.isISOControl(point) ? tab && point == '\t' : Character.isDefined(point);
            if (!fine) {
                return false;
            }
            next += Character.charCount(point);
        }
        return true;
    }
}
