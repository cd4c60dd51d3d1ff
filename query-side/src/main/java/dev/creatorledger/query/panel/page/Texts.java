package dev.creatorledger.query.panel.page;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The panel's messages: one file per part and language, under {@code panel/messages}. */
public final class Texts {

    /** The parts that have files of their own, {@code <part>_<language>.properties}. */
    public static final List<String> PARTS = List.of(
            "panel/messages/frame",
            "panel/messages/words",
            "panel/messages/creator",
            "panel/messages/audit",
            "panel/messages/compliance",
            "panel/messages/operator");

    private Texts() {}

    /** Every message; one that is missing in a language is missing, and not told in another one. */
    public static MessageSource source() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(PARTS.toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.ENGLISH);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
