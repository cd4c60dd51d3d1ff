package dev.creatorledger.platform.openapi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/** The OpenAPI document; nothing of it is made before somebody asks for it. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiRoute.class)
public class OpenApiConfiguration {

    @Bean
    OpenApiDocument openApiDocument(WebApplicationContext application) {
        return new OpenApiDocument(application);
    }
}
