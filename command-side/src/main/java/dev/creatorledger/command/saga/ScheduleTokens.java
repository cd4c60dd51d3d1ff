package dev.creatorledger.command.saga;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.axonframework.eventhandling.scheduling.ScheduleToken;
import org.axonframework.eventhandling.scheduling.dbscheduler.DbSchedulerScheduleToken;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** What a saga keeps of what it has asked the scheduler for, as plain text. */
final class ScheduleTokens extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ScheduleTokens() {
        super(ScheduleTokens.class.getSimpleName());
        addSerializer(ScheduleToken.class, new Writer());
        addDeserializer(ScheduleToken.class, new Reader());
        setMixInAnnotation(ScheduleToken.class, NamingNoClass.class);
    }

    /** Axon's own annotation would write the token's class, and load what it reads. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface NamingNoClass {}

    private static final class Writer extends StdScalarSerializer<ScheduleToken> {

        Writer() {
            super(ScheduleToken.class);
        }

        @Override
        public void serialize(ScheduleToken token, JsonGenerator json, SerializationContext context) {
            if (token instanceof DbSchedulerScheduleToken known) {
                json.writeString(known.getId());
            } else {
                context.reportMappingProblem("%s is no token of the scheduler", token);
            }
        }
    }

    private static final class Reader extends StdScalarDeserializer<ScheduleToken> {

        Reader() {
            super(ScheduleToken.class);
        }

        @Override
        public ScheduleToken deserialize(JsonParser json, DeserializationContext context) {
            return new DbSchedulerScheduleToken(json.getValueAsString());
        }
    }
}
