package dev.creatorledger.platform.security;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.CommandLog;
import dev.creatorledger.platform.web.ContextArguments;
import dev.creatorledger.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may come in: bearer tokens, no sessions, the {@link RouteTable}; what is refused is a problem as everywhere. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration implements WebMvcConfigurer {

    private final ProblemWriter problems;
    private final CommandLog log;
    private final ObjectProvider<CallGate> gates;

    /** Refusals are written as problems. */
    public SecurityConfiguration(ProblemWriter problems, CommandLog log, ObjectProvider<CallGate> gates) {
        this.problems = problems;
        this.log = log;
        this.gates = gates;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ContextArguments(Map.of(Caller.class, CallerToken::callerOf)));
    }

    /** The one chain, for every path. */
    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
        return http.addFilterBefore(new CallGates(allGates()), ExceptionTranslationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(RouteTable::isOpen)
                                .permitAll()
                                .anyRequest()
                                .access(SecurityConfiguration::decide))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(CallerToken::authenticate))
                                .withObjectPostProcessor(issuerAway())
                                .authenticationEntryPoint(this::unauthenticated)
                                .accessDeniedHandler((request, response, failure) -> forbidden(request, response)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(this::unauthenticated)
                        .accessDeniedHandler((request, response, failure) -> forbidden(request, response)))
                .build();
    }

    /** The log is outermost: it tells what the others answer. */
    private List<CallGate> allGates() {
        List<CallGate> all = new ArrayList<>(List.of(log::around));
        gates.orderedStream().forEach(all::add);
        return all;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NamedCommands()).addPathPatterns("/v1/**");
    }

    /** Ends the start where a controller serves a route that no rule guards: it would be open to every token. */
    @Bean
    SmartInitializingSingleton everyRouteIsGuarded(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> controllers,
            ObjectProvider<OwnGuard> others) {
        return () -> controllers.ifAvailable(mapping -> {
            List<String> unguarded =
                    RouteCheck.unguarded(mapping, others.stream().toList());
            if (!unguarded.isEmpty()) {
                throw new IllegalStateException("No rule of the route table guards " + unguarded);
            }
        });
    }

    /** What is refused before it is looked at: paths that try to be two things at once. */
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, failure) -> problems.write(
                request,
                response,
                new Refusal(ErrorCode.MALFORMED_REQUEST, "The request's path or headers are ambiguous"));
    }

    /**
     * A path without a rule passes with any token: there is nothing behind it but 404 and 405 ({@link RouteCheck}).
     */
    private static AuthorizationDecision decide(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        if (!(authentication.get() instanceof JwtAuthenticationToken token) || !token.isAuthenticated()) {
            return new AuthorizationDecision(false);
        }
        HttpServletRequest request = context.getRequest();
        Set<String> roles =
                RouteTable.routeOf(request).map(RouteTable.Route::roles).orElse(Set.copyOf(Role.ALL));
        // Before the body is looked at: what another channel's creator sends is nobody's concern.
        return new AuthorizationDecision(
                RouteAccess.opens(CallerToken.callerOf(token, roles), RouteTable.variable(request, "channelId")));
    }

    /** Where the issuer's keys cannot be had nobody's token is at fault: this too is answered as a problem. */
    private ObjectPostProcessor<BearerTokenAuthenticationFilter> issuerAway() {
        AuthenticationEntryPointFailureHandler handler =
                new AuthenticationEntryPointFailureHandler(this::unauthenticated);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    private void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            problems.write(request, response, new Refusal(ErrorCode.UNAVAILABLE, "The token cannot be checked now"));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        boolean bare = request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        String detail = bare ? "A bearer token is required" : "The token is malformed, expired or not for this service";
        problems.write(request, response, new Refusal(ErrorCode.UNAUTHENTICATED, detail));
    }

    private void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, new Refusal(ErrorCode.FORBIDDEN, "This token does not allow it"));
    }
}
