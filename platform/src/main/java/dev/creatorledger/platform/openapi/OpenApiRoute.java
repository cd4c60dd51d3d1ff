package dev.creatorledger.platform.openapi;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the OpenAPI document to anybody: it holds no secrets. */
@RestController
class OpenApiRoute {

    private final OpenApiDocument document;

    OpenApiRoute(OpenApiDocument document) {
        this.document = document;
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.json());
    }
}
