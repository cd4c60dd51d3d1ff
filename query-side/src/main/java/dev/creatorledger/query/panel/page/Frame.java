package dev.creatorledger.query.panel.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands around every page.
 *
 * @param language the language it is told in
 * @param name who is signed in, or null
 * @param sections what they may see
 * @param path where they are
 * @param switches the same page in each language
 */
public record Frame(
        Language language, @Nullable String name, List<Section> sections, String path, List<LanguageLink> switches) {

    /** The page in another language. */
    public record LanguageLink(Language language, String href) {}

    static Frame of(HttpServletRequest request, Sections sections) {
        Set<String> roles = Set.of();
        String name = null;
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken) {
            Visitor visitor = Visitor.of(request.getUserPrincipal());
            roles = visitor.roles();
            name = visitor.name();
        }
        return new Frame(
                LanguageChoice.languageOf(request),
                name,
                sections.of(roles),
                request.getRequestURI(),
                Arrays.stream(Language.values())
                        .map(language -> new LanguageLink(language, in(language, request)))
                        .toList());
    }

    /** What was posted is not asked for again in another language: that link leads to the page itself. */
    private static String in(Language language, HttpServletRequest request) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getMethod().equals("GET") && request.getQueryString() != null) {
            uri.query(request.getQueryString());
        }
        return uri.replaceQueryParam(LanguageChoice.PARAMETER, language.tag())
                .build(true)
                .toUriString();
    }

    /** Whether a section's pages are being looked at. */
    public boolean isIn(Section section) {
        return path.equals(section.home()) || path.startsWith(section.home() + '/');
    }
}
