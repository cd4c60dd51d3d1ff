package dev.creatorledger.query.panel;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.query.panel.page.Assets;
import dev.creatorledger.query.panel.page.ErrorPage;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Section;
import dev.creatorledger.query.panel.page.Sections;
import dev.creatorledger.query.panel.sign.SignIn;
import dev.creatorledger.query.panel.sign.TokenCheck;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may see which page: sessions by cookie, forms with a token against forgery, sections by role, nothing else. */
@Configuration(proxyBeanMethods = false)
class PanelSecurity {

    static final String SESSION_COOKIE = "ledger_panel";

    private static final String CSRF_COOKIE = "ledger_panel_form";
    private static final int BEFORE_THE_API = 1;

    /** Nothing but our own files, and nothing in line. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String FEATURES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Sections sections;
    private final ErrorPage page;

    PanelSecurity(Sections sections, ErrorPage page) {
        this.sections = sections;
        this.page = page;
    }

    @Bean
    @Order(BEFORE_THE_API)
    SecurityFilterChain panelChain(HttpSecurity http, JwtDecoder decoder, PanelSettings settings) throws Exception {
        HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
        CookieCsrfTokenRepository csrfTokens = csrfTokens(settings);
        return http.securityMatcher(PanelSettings.PATH, PanelSettings.PATH + "/**")
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAt(
                        new SignIn(decoder, sections, sessions, csrfTokens), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new TokenCheck(decoder, page), AuthorizationFilter.class)
                .logout(out -> out.logoutUrl(PanelSettings.PATH + "/sign-out")
                        .logoutSuccessUrl(SignIn.PATH + "?why=out")
                        .invalidateHttpSession(true)
                        .clearAuthentication(true))
                .authorizeHttpRequests(this::sectionsByRole)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(PanelSecurity::askToSignIn)
                        .accessDeniedHandler(this::refuse))
                .headers(PanelSecurity::harden)
                .build();
    }

    /** Kept in a cookie, not in a session: who has not signed in takes no memory. */
    private static CookieCsrfTokenRepository csrfTokens(PanelSettings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookiePath(PanelSettings.PATH);
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(settings.secureCookies()).sameSite("Strict"));
        return tokens;
    }

    private void sectionsByRole(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Assets.PATH + "**", SignIn.PATH)
                .permitAll()
                .requestMatchers(PanelSettings.PATH)
                .authenticated();
        for (Section section : sections.all()) {
            requests.requestMatchers(section.paths().toArray(String[]::new))
                    .hasAnyRole(section.roles().toArray(String[]::new));
        }
        requests.anyRequest().denyAll();
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(features -> features.policy(FEATURES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** The page that was asked for comes after, where it can be asked for again. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        StringBuilder address = new StringBuilder(SignIn.PATH);
        char separator = '?';
        if (request.getRequestedSessionId() != null) {
            address.append("?why=ended");
            separator = '&';
        }
        if (request.getMethod().equals("GET") && !request.getRequestURI().equals(PanelSettings.PATH)) {
            String query = request.getQueryString();
            String asked = request.getRequestURI() + (query == null ? "" : '?' + query);
            address.append(separator).append("next=").append(URLEncoder.encode(asked, StandardCharsets.UTF_8));
        }
        if (request.getHeader("HX-Request") != null) {
            // A part of a page was asked for: the whole page has to go there.
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", address.toString());
        } else {
            response.sendRedirect(address.toString());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (failure instanceof CsrfException) {
            page.writeEnded(request, response);
        } else if (isOfNoSection(request)) {
            page.write(request, response, new Refusal(ErrorCode.NOT_FOUND, "There is nothing under this path"));
        } else {
            page.write(request, response, new Refusal(ErrorCode.FORBIDDEN, "This token does not allow it"));
        }
    }

    private boolean isOfNoSection(HttpServletRequest request) {
        String path = request.getRequestURI();
        return sections.all().stream()
                .flatMap(section -> section.paths().stream())
                .map(pattern -> pattern.replace("/**", ""))
                .noneMatch(root -> path.equals(root) || path.startsWith(root + '/'));
    }
}
