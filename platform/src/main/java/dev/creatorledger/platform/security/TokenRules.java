package dev.creatorledger.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/** What must hold of a token beside its signature, whoever issued it. */
final class TokenRules {

    private static final String ACCESS_TOKEN = "at+jwt";

    private TokenRules() {}

    /** Of this issuer, for this audience, within its time (give or take the skew of clocks), and of somebody. */
    static OAuth2TokenValidator<Jwt> of(String issuer, String audience, Duration skew) {
        JwtTypeValidator type = new JwtTypeValidator("JWT", ACCESS_TOKEN);
        type.setAllowEmpty(true);
        JwtTimestampValidator lifetime = new JwtTimestampValidator(skew);
        lifetime.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                type,
                lifetime,
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(audience),
                TokenRules::namesItsSubject));
    }

    private static OAuth2TokenValidatorResult namesItsSubject(Jwt token) {
        return token.getSubject() == null || token.getSubject().isBlank()
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "The token names no subject", null))
                : OAuth2TokenValidatorResult.success();
    }
}
