package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.RefusalRecord;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP conventions, declared: JSON, problems, correlation, limits, readiness, arguments of controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpLimits.class)
@Import(ProblemAdvice.class)
public class WebConfiguration implements WebMvcConfigurer {

    /** After the security chain, whose order is -100: a body is looked at once its sender is known. */
    private static final int AFTER_SECURITY = 0;

    private static final String EXPORT = "/v1/audit/export";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(ContextArguments.conventions());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AcceptedAnswers(AcceptedAnswers.ORDINARY))
                .addPathPatterns("/v1/**")
                .excludePathPatterns(EXPORT);
        registry.addInterceptor(new AcceptedAnswers(AcceptedAnswers.EXPORTS)).addPathPatterns(EXPORT);
        registry.addInterceptor(new UnreadBodies(CallerJson.mapper())).addPathPatterns("/v1/**");
    }

    /**
     * One that checks nothing: we validate by {@link Fields}, and one of annotations would be built at every start.
     */
    @Override
    public Validator getValidator() {
        return new Validator() {
            @Override
            public boolean supports(Class<?> type) {
                return false;
            }

            @Override
            public void validate(Object target, Errors errors) {
                throw new IllegalStateException("Nothing is validated here: " + target.getClass());
            }
        };
    }

    /** The callers' JSON. */
    @Bean
    @Primary
    JsonMapper callerJson() {
        return CallerJson.mapper();
    }

    @Bean
    CommandLog commandLog() {
        return new CommandLog();
    }

    @Bean
    Problems problems(RefusalRecord record) {
        return new Problems(record);
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper callerJson, Problems problems) {
        return new ProblemWriter(callerJson, problems);
    }

    @Bean
    Readiness readiness(ObjectProvider<ReadyCheck> checks) {
        return new Readiness(checks);
    }

    @Bean
    FilterRegistrationBean<Correlation> correlation() {
        FilterRegistrationBean<Correlation> filter = new FilterRegistrationBean<>(new Correlation());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ReadinessFilter> readinessFilter(Readiness readiness, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new ReadinessFilter(readiness, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(HttpLimits limits, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(limits, problems));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    /** Has the container report its own errors as problems. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemPages() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
