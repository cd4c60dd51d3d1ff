package dev.creatorledger.command.channel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Compares names as people do who write them with different keyboards (P2). */
final class PersonName {

    /** Letters that are one letter to a reader of Persian, whichever keyboard wrote them. */
    private static final Map<Integer, Integer> SAME_LETTER = Map.ofEntries(
            Map.entry((int) 'ي', (int) 'ی'),
            Map.entry((int) 'ى', (int) 'ی'),
            Map.entry((int) 'ئ', (int) 'ی'),
            Map.entry((int) 'ك', (int) 'ک'),
            Map.entry((int) 'ة', (int) 'ه'),
            Map.entry((int) 'ۀ', (int) 'ه'),
            Map.entry((int) 'أ', (int) 'ا'),
            Map.entry((int) 'إ', (int) 'ا'),
            Map.entry((int) 'آ', (int) 'ا'),
            Map.entry((int) 'ٱ', (int) 'ا'),
            Map.entry((int) 'ؤ', (int) 'و'));

    /** Makes a word longer and means nothing. */
    private static final int TATWEEL = 0x0640;

    private PersonName() {}

    /** A name without case, marks, joiners, spaces and punctuation, its Arabic letters as Persian ones. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        // Composed first, so that a letter with a mark of its own (آ) is one letter, however it was typed.
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(letter -> SAME_LETTER.getOrDefault(letter, letter))
                .forEach(folded::appendCodePoint);
        StringBuilder kept = new StringBuilder(folded.length());
        Normalizer.normalize(folded.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .codePoints()
                .filter(letter -> Character.isLetterOrDigit(letter) && letter != TATWEEL)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
