package dev.creatorledger.platform.store;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.WindowId;
import java.time.Instant;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Readers of the values that every impression holds, for rebuilds that read millions of them: the same windows, videos
 * and currencies come again and again, and instants are always written in one way. They give just what Jackson's own
 * readers give.
 */
final class FastValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FastValues() {
        super(FastValues.class.getSimpleName());
        addDeserializer(Instant.class, new Instants());
        addDeserializer(Currency.class, new Remembered<>(Currency.class, Currency::getInstance));
        addDeserializer(WindowId.class, new Remembered<>(WindowId.class, WindowId::parse));
        addDeserializer(ChannelId.class, new Remembered<>(ChannelId.class, ChannelId::new));
        addDeserializer(VideoId.class, new Remembered<>(VideoId.class, VideoId::new));
    }

    /** Values by their text, as many as there are slots; whoever comes later takes the slot. */
    private static final class Remembered<T> extends StdScalarDeserializer<T> {

        /** A power of two. */
        private static final int SLOTS = 4_096;

        private record Known<T>(String text, T value) {}

        private final Function<String, T> reader;

        /** Written without a lock: entries are immutable, and one that is lost is made again. */
        private final @Nullable Known<T>[] slots = slots();

        Remembered(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @SuppressWarnings("unchecked") // no array of a parameterized type can be made otherwise
        private static <T> @Nullable Known<T>[] slots() {
            return (Known<T>[]) new Known<?>[SLOTS];
        }

        @Override
        @SuppressWarnings("unchecked") // whatever the context hands on is of the type it was given
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getString();
            int slot = (text.hashCode() ^ text.hashCode() >>> 16) & SLOTS - 1;
            Known<T> known = slots[slot];
            if (known == null || !known.text.equals(text)) {
                known = new Known<>(text, read(text, context));
                slots[slot] = known;
            }
            return known.value;
        }

        private T read(String text, DeserializationContext context) {
            try {
                return reader.apply(text);
            } catch (RuntimeException e) {
                throw context.instantiationException(handledType(), e);
            }
        }
    }

    /** Instants in the form in which they are written, by {@link EpochText}; all others by Jackson's own reader. */
    private static final class Instants extends StdScalarDeserializer<Instant> {

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                Instant instant = EpochText.parse(parser.getString());
                if (instant != null) {
                    return instant;
                }
            }
            return InstantDeserializer.INSTANT.deserialize(parser, context);
        }
    }
}
