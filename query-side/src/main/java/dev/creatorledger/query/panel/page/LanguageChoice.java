package dev.creatorledger.query.panel.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: the one chosen with the switch, else the browser's. */
public final class LanguageChoice implements LocaleResolver, HandlerInterceptor {

    /** The parameter of the switch: any page with it is shown in that language, and so are those that follow. */
    public static final String PARAMETER = "lang";

    private static final String COOKIE = "ledger_panel_language";
    private static final String CHOSEN = LanguageChoice.class.getName();
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final PanelSettings settings;

    /** Remembers the choice in a cookie. */
    public LanguageChoice(PanelSettings settings) {
        this.settings = settings;
    }

    /** The language of a request. */
    static Language languageOf(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Language chosen) {
            return chosen;
        }
        Language language = Language.of(request.getParameter(PARAMETER))
                .or(() -> remembered(request))
                .orElseGet(() -> Language.preferred(Collections.list(request.getLocales())));
        request.setAttribute(CHOSEN, language);
        return language;
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Language.of(cookie.getValue());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        // The API answers in one language: it reads none of the caller's wishes.
        return settings.isOurs(request) ? languageOf(request).locale() : Locale.ROOT;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen with ?" + PARAMETER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Language.of(request.getParameter(PARAMETER)).ifPresent(chosen -> {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, chosen.tag())
                    .path(PanelSettings.PATH)
                    .httpOnly(true)
                    .secure(settings.secureCookies())
                    .sameSite("Strict")
                    .maxAge(REMEMBERED)
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        });
        return true;
    }
}
