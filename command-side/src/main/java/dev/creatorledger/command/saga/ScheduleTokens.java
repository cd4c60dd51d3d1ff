package dev.creatorledger.command.saga;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerScheduleToken;
import org.axonframework.eventhandling.scheduling.java.SimpleScheduleToken;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** What a saga keeps of what it has asked its scheduler for, as plain text. */
final class ScheduleTokens {

    private ScheduleTokens() {}

    /** The tokens of db-scheduler. */
    static JacksonModule ofDbScheduler() {
        return of(DbSchedulerScheduleToken.class, DbSchedulerScheduleToken::getId, DbSchedulerScheduleToken::new);
    }

    /** The tokens of Axon Server. */
    static JacksonModule ofAxonServer() {
        return of(SimpleScheduleToken.class, SimpleScheduleToken::getTokenId, SimpleScheduleToken::new);
    }

    private static <T extends ScheduleToken> JacksonModule of(
            Class<T> type, Function<T, String> text, Function<String, T> read) {
        SimpleModule module = new SimpleModule(ScheduleTokens.class.getSimpleName());
        module.addSerializer(ScheduleToken.class, new Writer<>(type, text));
        module.addDeserializer(ScheduleToken.class, new Reader(read));
        module.setMixInAnnotation(ScheduleToken.class, NamingNoClass.class);
        return module;
    }

    /** Axon's own annotation would write the token's class, and load what it reads. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface NamingNoClass {}

    private static final class Writer<T extends ScheduleToken> extends StdScalarSerializer<ScheduleToken> {

        private final Class<T> type;
        private final Function<T, String> text;

        Writer(Class<T> type, Function<T, String> text) {
            super(ScheduleToken.class);
            this.type = type;
            this.text = text;
        }

        @Override
        public void serialize(ScheduleToken token, JsonGenerator json, SerializationContext context) {
            if (type.isInstance(token)) {
                json.writeString(text.apply(type.cast(token)));
            } else {
                context.reportMappingProblem("%s is no token of the scheduler", token);
            }
        }
    }

    private static final class Reader extends StdScalarDeserializer<ScheduleToken> {

        private final Function<String, ? extends ScheduleToken> read;

        Reader(Function<String, ? extends ScheduleToken> read) {
            super(ScheduleToken.class);
            this.read = read;
        }

        @Override
        public ScheduleToken deserialize(JsonParser json, DeserializationContext context) {
            return read.apply(json.getValueAsString());
        }
    }
}
