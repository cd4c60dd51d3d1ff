package dev.creatorledger.query.panel.page;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that the panel speaks. */
public enum Language {
    /** Persian: from right to left, days of the solar year, amounts of rial in toman (M2). */
    FA("fa", "rtl", "فارسی", "fa_IR@calendar=persian;numbers=arabext"),
    /** Malay. */
    MS("ms", "ltr", "Bahasa Melayu", "ms_MY@calendar=gregorian;numbers=latn"),
    /** English. */
    EN("en", "ltr", "English", "en_GB@calendar=gregorian;numbers=latn");

    private final String tag;
    private final String direction;
    private final String ownName;
    private final ULocale formats;

    Language(String tag, String direction, String ownName, String formats) {
        this.tag = tag;
        this.direction = direction;
        this.ownName = ownName;
        this.formats = new ULocale(formats);
    }

    /** As pages name it in {@code lang}. */
    public String tag() {
        return tag;
    }

    /** Where its lines begin: {@code rtl} or {@code ltr}. */
    public String direction() {
        return direction;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The locale of its messages. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    ULocale formats() {
        return formats;
    }

    /** The language of a tag, if the panel speaks it. */
    static Optional<Language> of(@Nullable String tag) {
        return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
    }

    /** The language of a locale of ours. */
    static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }

    /** The first of the wished ones that the panel speaks; English if it speaks none of them. */
    static Language preferred(List<Locale> wished) {
        return wished.stream()
                .map(locale -> of(locale.getLanguage()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(EN);
    }
}
