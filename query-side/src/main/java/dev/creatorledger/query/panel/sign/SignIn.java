package dev.creatorledger.query.panel.sign;

import dev.creatorledger.platform.security.CallerToken;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Sections;
import dev.creatorledger.query.panel.page.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Signs in whoever brings a token that the API would take: the form posts it once, and from there on it stays in the
 * session, on this side.
 */
public final class SignIn extends AbstractAuthenticationProcessingFilter {

    /** The page with the form, and where the form is sent. */
    public static final String PATH = PanelSettings.PATH + "/sign-in";

    /** The field of the page that was asked for before. */
    static final String NEXT = "next";

    private static final char DELETE = 0x7f;
    private static final int LONGEST_TOKEN = 8_192;

    private final JwtAuthenticationProvider tokens;
    private final Sections sections;

    /** Takes tokens that the decoder takes. */
    public SignIn(
            JwtDecoder decoder, Sections sections, SecurityContextRepository sessions, CsrfTokenRepository csrfTokens) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.sections = sections;
        tokens = new JwtAuthenticationProvider(decoder);
        tokens.setJwtAuthenticationConverter(CallerToken::authenticate);
        setSecurityContextRepository(sessions);
        // Who has planted an id or a token before has nothing of what comes after.
        setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens))));
        setAuthenticationManager(tokens::authenticate);
        setAuthenticationSuccessHandler((request, response, who) -> response.sendRedirect(next(request)));
        setAuthenticationFailureHandler(this::refuse);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        String token = request.getParameter("token");
        if (token == null || token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw new BadCredentialsException("No token");
        }
        Authentication who = getAuthenticationManager().authenticate(new BearerTokenAuthenticationToken(token.strip()));
        if (sections.of(Visitor.of(who).roles()).isEmpty()) {
            throw new InsufficientAuthenticationException("There is nothing here for these roles");
        }
        return new SignedIn(who.getName(), token.strip());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = "refused";
        if (failure instanceof AuthenticationServiceException) {
            why = "unavailable";
        } else if (failure instanceof InsufficientAuthenticationException) {
            why = "nothing";
        }
        response.sendRedirect(PATH + "?why=" + why);
    }

    /** A page of the panel, and nowhere else, whatever the field says. */
    static String next(HttpServletRequest request) {
        return pageOrHome(request.getParameter(NEXT));
    }

    private static String pageOrHome(@Nullable String asked) {
        if (asked == null || !asked.startsWith(PanelSettings.PATH + '/') || asked.startsWith(PATH)) {
            return PanelSettings.PATH;
        }
        boolean plain = asked.chars().allMatch(c -> c > ' ' && c < DELETE && c != '\\');
        return plain ? asked : PanelSettings.PATH;
    }
}
