package dev.creatorledger.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Documents of the double")
class SharedTextsTest {

    private final SharedTexts texts = new SharedTexts();

    private static Document channel() {
        return new Document(fresh("_id"), fresh("ch-1"))
                .append(fresh("at"), 7L)
                .append(
                        fresh("d"),
                        new Document(fresh("currency"), fresh("IRR"))
                                .append(
                                        fresh("causes"),
                                        List.of(fresh("ABUSE"), new Document(fresh("by"), fresh("op"))))
                                .append(fresh("title"), fresh("x".repeat(33)))
                                .append(fresh("none"), null));
    }

    /** A text that no other place has. */
    private static String fresh(String text) {
        return new String(text.toCharArray());
    }

    private static Document content(Document document) {
        return (Document) Objects.requireNonNull(document.get("d"));
    }

    @Test
    @DisplayName("stay what they are")
    void stayWhatTheyAre() {
        assertThat(texts.in(channel())).isEqualTo(channel());
        assertThat(texts.in(channel()).keySet()).containsExactly("_id", "at", "d");
    }

    @Test
    @DisplayName("share names of fields and short texts, at any depth")
    void shareTheirTexts() {
        Document one = texts.in(channel());
        Document other = texts.in(channel());
        assertThat(content(one).get("currency")).isSameAs(content(other).get("currency"));
        assertThat(nameOfFirstField(content(one))).isSameAs(nameOfFirstField(content(other)));
        assertThat(firstCause(one)).isSameAs(firstCause(other));
        assertThat(content(one).get("title")).isNotSameAs(content(other).get("title"));
    }

    private static Object firstCause(Document document) {
        return ((List<?>) Objects.requireNonNull(content(document).get("causes"))).get(0);
    }

    private static String nameOfFirstField(Document document) {
        return document.keySet().iterator().next();
    }

    @Test
    @DisplayName("are right also where more texts come than are kept")
    void areRightWithManyTexts() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(texts.in(new Document("f" + i, "v" + i))).isEqualTo(new Document("f" + i, "v" + i));
            }
        }
    }
}
