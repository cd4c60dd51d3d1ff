package dev.creatorledger.platform.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schemas of our records: named so that none clashes, and requiring what is never absent. */
final class RecordSchemas extends ModelResolver {

    /** Reads types as OpenAPI 3.1 describes them. */
    RecordSchemas() {
        super(Json31.mapper(), new Names());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type,
            ModelConverterContext context,
            Iterator<io.swagger.v3.core.converter.ModelConverter> next) {
        Schema<?> schema = super.resolve(type, context, next);
        JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (raw.isRecord()) {
            Schema<?> defined = schema != null && schema.get$ref() != null
                    ? context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1))
                    : schema;
            if (defined != null && defined.getProperties() != null) {
                require(defined, raw);
            }
        }
        return schema;
    }

    private static void require(Schema<?> schema, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameOf(component);
            boolean absent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean known = schema.getProperties().containsKey(name);
            boolean named = schema.getRequired() != null && schema.getRequired().contains(name);
            if (known && !absent && !named) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    /** The simple name; a nested type's after that of the type around it, unless it says so itself. */
    private static final class Names extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            String own = without(type.getSimpleName(), "Json");
            Class<?> around = type.getEnclosingClass();
            if (around == null) {
                return own;
            }
            String outer = without(without(without(around.getSimpleName(), "Json"), "Routes"), "Queries");
            return own.startsWith(outer) ? own : outer + own;
        }

        private static String without(String name, String ending) {
            return name.endsWith(ending) && name.length() > ending.length()
                    ? name.substring(0, name.length() - ending.length())
                    : name;
        }
    }
}
