package dev.creatorledger.query.panel.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.events.payout.PayoutEvent;
import dev.creatorledger.events.payout.PayoutEvent.PayoutTransferRead;
import dev.creatorledger.query.channel.AdProgrammeStatus;
import dev.creatorledger.query.membership.MembershipStatus;
import dev.creatorledger.query.payout.PayoutStatus;
import dev.creatorledger.query.programme.ProgrammeStatus;
import dev.creatorledger.query.refund.RefundStatus;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of the panel is in its message files, in every language. */
class TextsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates/panel");

    /** {@code #{creator.title}}, also with arguments; keys that are put together are held by their own tests. */
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");

    /** What a template says by itself: letters outside of tags. */
    private static final Pattern OWN_TEXT = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void everyFileIsOfAPartThatIsRead() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("panel/messages"))) {
            Set<String> expected = Texts.PARTS.stream()
                    .flatMap(part -> Arrays.stream(Language.values())
                            .map(language ->
                                    part.replace("panel/messages/", "") + "_" + language.tag() + ".properties"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyKeyIsInEveryLanguage(String part) {
        Set<Object> english = messages(part, Language.EN).keySet();
        for (Language language : Language.values()) {
            assertThat(messages(part, language).keySet())
                    .as("%s in %s", part, language.tag())
                    .containsExactlyInAnyOrderElementsOf(english);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageCanBeToldAndTakesTheSameFigures(Language language) {
        all(Language.EN).forEach((key, english) -> {
            String message = all(language).getOrDefault(key, "");
            assertThat(message).as(key).isNotBlank().doesNotContain("'");
            assertThat(placesOf(message)).as(key).isEqualTo(placesOf(english));
            new MessageFormat(message, Locale.ROOT);
        });
    }

    private static Set<String> placesOf(String message) {
        return PLACE.matcher(message).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextOfATemplateIsAMessage(Path template) throws IOException {
        String text = Files.readString(template, UTF_8);
        assertThat(KEY.matcher(text).results().map(found -> found.group(1)).distinct())
                .as("%s", template)
                .isSubsetOf(all(Language.EN).keySet());
        assertThat(OWN_TEXT.matcher(text).results().map(MatchResult::group))
                .as("%s says something that no message file knows", template)
                .isEmpty();
        assertThat(text)
                .as("%s: the policy for contents lets nothing in line", template)
                .doesNotContainPattern("(?i)<style|<script(?![^>]* th:src)|\\sstyle=|\\son[a-z]+=|javascript:");
    }

    static List<String> parts() {
        return Texts.PARTS;
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> all(Language language) {
        return Texts.PARTS.stream()
                .flatMap(part -> messages(part, language).entrySet().stream())
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString(),
                        (one, other) -> {
                            throw new IllegalStateException("a key is in two parts: " + one + " and " + other);
                        },
                        TreeMap::new));
    }

    /**
     * The messages of every name of an enum exist, in every language (for keys that templates put together).
     *
     * @param key the key of a name
     */
    static void assertThatAllAreTold(Stream<String> names, Function<String, String> key) {
        assertThat(names.map(key)).isSubsetOf(all(Language.EN).keySet());
    }

    private static Properties messages(String part, Language language) {
        Properties messages = new Properties();
        Path file = RESOURCES.resolve(part + "_" + language.tag() + ".properties");
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new AssertionError("no messages of " + part + " in " + language.tag(), e);
        }
        return messages;
    }

    @Test
    void everyKindOfErrorIsTold() {
        assertThatAllAreTold(names(ErrorPage.Kind.values()), name -> "error." + name + ".title");
        assertThatAllAreTold(names(ErrorPage.Kind.values()), name -> "error." + name + ".text");
    }

    @Test
    void everyWordOfTheRulesIsTold() {
        assertThatAllAreTold(names(PayoutStatus.values()), name -> "payout." + name);
        assertThatAllAreTold(names(ProgrammeStatus.values()), name -> "programme." + name);
        assertThatAllAreTold(names(PauseCause.values()), name -> "cause." + name);
        assertThatAllAreTold(names(MembershipStatus.values()), name -> "membership." + name);
        assertThatAllAreTold(names(RefundCause.values()), name -> "refund.cause." + name);
        assertThatAllAreTold(names(RefundStatus.values()), name -> "refund." + name);
        assertThatAllAreTold(names(AdProgrammeStatus.values()), name -> "creator.ads." + name);
        assertThatAllAreTold(
                Arrays.stream(PayoutEvent.class.getPermittedSubclasses())
                        .filter(type -> type != PayoutTransferRead.class)
                        .map(Class::getSimpleName),
                name -> "step." + name);
    }

    static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }
}
