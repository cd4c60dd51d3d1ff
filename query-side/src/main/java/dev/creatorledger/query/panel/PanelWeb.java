package dev.creatorledger.query.panel;

import dev.creatorledger.platform.web.ContextArguments;
import dev.creatorledger.platform.web.Readiness;
import dev.creatorledger.query.panel.page.Assets;
import dev.creatorledger.query.panel.page.LanguageChoice;
import dev.creatorledger.query.panel.page.PanelRequests;
import dev.creatorledger.query.panel.page.PanelSettings;
import dev.creatorledger.query.panel.page.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the panel adds to Spring's web part: who looks at a page, its language, its files. */
@Configuration(proxyBeanMethods = false)
class PanelWeb implements WebMvcConfigurer {

    private final Readiness readiness;
    private final LanguageChoice languages;

    PanelWeb(Readiness readiness, LocaleResolver languages) {
        this.readiness = readiness;
        this.languages = (LanguageChoice) languages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ContextArguments(Map.of(Visitor.class, request -> Visitor.of(request.getUserPrincipal()))));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        String pages = PanelSettings.PATH + "/**";
        String files = Assets.PATH + "**";
        registry.addInterceptor(languages)
                .addPathPatterns(PanelSettings.PATH, pages)
                .excludePathPatterns(files);
        registry.addInterceptor(new PanelRequests(readiness))
                .addPathPatterns(PanelSettings.PATH, pages)
                .excludePathPatterns(files);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        Assets.serve(registry, webjar("org.webjars.npm", "htmx.org"), webjar("org.webjars.npm", "chart.js"));
    }

    private static String webjar(String group, String name) {
        String about = "/META-INF/maven/" + group + '/' + name + "/pom.properties";
        try (InputStream in = PanelWeb.class.getResourceAsStream(about)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
