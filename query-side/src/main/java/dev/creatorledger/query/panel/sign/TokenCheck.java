package dev.creatorledger.query.panel.sign;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.security.CallerToken;
import dev.creatorledger.query.panel.page.Assets;
import dev.creatorledger.query.panel.page.ErrorPage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a session's token with every request, as the API does: once it is no longer taken, the session ends. */
public final class TokenCheck extends OncePerRequestFilter {

    private final JwtDecoder decoder;
    private final ErrorPage page;

    /** Asks the decoder that the API asks. */
    public TokenCheck(JwtDecoder decoder, ErrorPage page) {
        this.decoder = decoder;
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Assets.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn session) {
            try {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(CallerToken.authenticate(decoder.decode(session.token()))));
            } catch (BadJwtException e) {
                end(request);
            } catch (JwtException e) {
                page.write(request, response, new Refusal(ErrorCode.UNAVAILABLE, "The token cannot be checked now"));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
