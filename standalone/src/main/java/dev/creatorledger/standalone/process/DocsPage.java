package dev.creatorledger.standalone.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI on the OpenAPI document under {@code /docs}, in the embedded mode alone. */
@Configuration(proxyBeanMethods = false)
class DocsPage implements WebMvcConfigurer {

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";
    private static final String ABOUT = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Nothing but our own files; the page styles itself, and shows icons that it carries along. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/**")
                .addResourceLocations("classpath:/docs/", "classpath:/" + SWAGGER_UI + version() + "/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        // Before the files, among which these would be looked for.
        registry.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registry.addRedirectViewController("/docs", "/docs/index.html");
        registry.addRedirectViewController("/docs/", "/docs/index.html");
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> docsPolicy() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.setHeader("Content-Security-Policy", POLICY);
                chain.doFilter(request, response);
            }
        });
        filter.addUrlPatterns("/docs", "/docs/*");
        return filter;
    }

    private static String version() {
        try (InputStream in = DocsPage.class.getResourceAsStream(ABOUT)) {
            if (in == null) {
                throw new IllegalStateException("Swagger UI is not on the class path");
            }
            Properties about = new Properties();
            about.load(in);
            return about.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
