package dev.creatorledger.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.providers.SpringWebProvider;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springdoc.webmvc.core.providers.SpringWebMvcProvider;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * What springdoc reads from controllers: paths, parameters, and the schemas of bodies and answers.
 *
 * <p>It runs in a context of its own that is closed again, so that it costs the start nothing and adds no controller,
 * advice or converter to the service.
 */
final class SpringdocScan {

    private static final Map<String, Object> SETTINGS = Map.of(
            // Its own controllers stay away: the document is given by ours.
            "springdoc.enable-default-api-docs", "false",
            "springdoc.api-docs.version", "openapi_3_1",
            "springdoc.default-produces-media-type", "application/json",
            "springdoc.override-with-generic-response", "false",
            "springdoc.model-converters.polymorphic-converter.enabled", "false");

    private static final String CONVERSION = "mvcConversionService";

    private SpringdocScan() {}

    /** The document of some controllers of an application, as JSON. */
    static String of(WebApplicationContext application, Map<RequestMappingInfo, HandlerMethod> controllers) {
        controllers.values().forEach(method -> SpringDocUtils.getConfig().addRestControllers(method.getBeanType()));
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, CallContext.class, PageRequest.class, AtLeast.class);
        try (var context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(application.getServletContext());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("springdoc", SETTINGS));
            context.addBeanFactoryPostProcessor(beans -> {
                beans.registerSingleton("controllers", new Controllers(controllers));
                beans.registerSingleton(CONVERSION, application.getBean(CONVERSION));
            });
            context.register(Parts.class);
            context.refresh();
            return context.getBean(Reader.class).read();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("springdoc's document cannot be written", e);
        }
    }

    /** The controllers to read. */
    record Controllers(Map<RequestMappingInfo, HandlerMethod> methods) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SpringDocConfigProperties.class)
    @ImportAutoConfiguration({SpringDocConfiguration.class, SpringDocWebMvcConfiguration.class})
    static class Parts {

        @Bean
        SpringWebProvider given(Controllers controllers) {
            return new SpringWebMvcProvider(Optional.empty()) {
                @Override
                @SuppressWarnings("rawtypes") // as it is declared there
                public Map getHandlerMethods() {
                    return controllers.methods();
                }
            };
        }

        @Bean
        RecordSchemas recordSchemas() {
            return new RecordSchemas();
        }

        @Bean
        Reader reader(
                ObjectFactory<OpenAPIService> builder,
                AbstractRequestService requests,
                GenericResponseService responses,
                OperationService operations,
                SpringDocConfigProperties properties,
                SpringDocProviders providers,
                SpringDocCustomizers customizers) {
            return new Reader(builder, requests, responses, operations, properties, providers, customizers);
        }
    }

    /** Springdoc without its controller. */
    private static final class Reader extends OpenApiResource {

        Reader(
                ObjectFactory<OpenAPIService> builder,
                AbstractRequestService requests,
                GenericResponseService responses,
                OperationService operations,
                SpringDocConfigProperties properties,
                SpringDocProviders providers,
                SpringDocCustomizers customizers) {
            super(builder, requests, responses, operations, properties, providers, customizers);
        }

        String read() throws JsonProcessingException {
            return new String(writeJsonValue(getOpenApi("/", Locale.ROOT)), StandardCharsets.UTF_8);
        }

        @Override
        protected String getServerUrl(HttpServletRequest request, String apiDocsUrl) {
            return "/";
        }
    }
}
