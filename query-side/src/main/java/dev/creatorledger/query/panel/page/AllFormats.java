package dev.creatorledger.query.panel.page;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** The formats of every language, made once. */
public final class AllFormats {

    private final Map<Language, Formats> formats = new EnumMap<>(Language.class);

    /** With the words that go with figures. */
    public AllFormats(MessageSource texts) {
        Arrays.stream(Language.values())
                .forEach(language -> formats.put(
                        language,
                        new Formats(language, (key, figures) -> texts.getMessage(key, figures, language.locale()))));
    }

    /** Those of a language. */
    public Formats in(Language language) {
        return Objects.requireNonNull(formats.get(language));
    }
}
