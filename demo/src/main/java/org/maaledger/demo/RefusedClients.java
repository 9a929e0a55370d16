package org.maaledger.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells whoever asks for a token and is no persona what OAuth has programs expect (RFC 6749, section 5.2), and people what to do. */
final class RefusedClients implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final String REMEDY =
            "Send the name and the secret of a persona by HTTP Basic, as ./maal token does; the secrets change with every start.";

    private final ObjectMapper json = JsonMapper.builder().build();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean unreadable = failure instanceof OAuth2AuthenticationException refused
                && OAuth2ErrorCodes.INVALID_REQUEST.equals(refused.getError().getErrorCode());
        answer(response, unreadable);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        answer(response, false);
    }

    private void answer(HttpServletResponse response, boolean unreadable) throws IOException {
        response.setStatus(unreadable ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_UNAUTHORIZED);
        if (!unreadable) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"trial\"");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Map<String, String> error = new LinkedHashMap<>();
        error.put("error", unreadable ? OAuth2ErrorCodes.INVALID_REQUEST : OAuth2ErrorCodes.INVALID_CLIENT);
        error.put("error_description", REMEDY);
        response.getOutputStream().write(json.writeValueAsBytes(error));
    }
}
