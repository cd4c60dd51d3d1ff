package dev.creatorledger.command.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.window.ImpressionDigest;
import dev.creatorledger.events.window.MerkleTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The memory of a window is a map: it finds what was put into it, and nothing else (A6, A7). */
class RememberedImpressionsTest {

    @Property(tries = 300)
    void findsWhatWasRememberedAndNothingElse(
            @ForAll @Size(max = 200) List<@AlphaChars @NumericChars @StringLength(min = 1, max = 3) String> ids,
            @ForAll @AlphaChars @StringLength(min = 1, max = 3) String other) {
        RememberedImpressions remembered = new RememberedImpressions();
        Map<String, ImpressionDigest> model = new HashMap<>();
        for (String id : ids) {
            if (model.putIfAbsent(id, digest(id)) == null) {
                remembered.qualified(id, digest(id));
            }
        }
        model.forEach((id, digest) -> assertThat(remembered.find(id)).isEqualTo(digest));
        assertThat(remembered.find(other)).isEqualTo(model.get(other));
        assertThat(remembered.size()).isEqualTo(model.size());
        assertThat(remembered.merkleRoot())
                .isEqualTo(MerkleTree.root(new TreeMap<>(model)
                        .values().stream().map(ImpressionDigest::bytes).toList()));
    }

    @Test
    void tellsIdsWithOneHashApart() {
        RememberedImpressions remembered = new RememberedImpressions();
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

        remembered.qualified("Aa", digest("Aa"));
        assertThat(remembered.find("BB")).isNull();
        remembered.notQualified("BB", digest("BB"));

        assertThat(remembered.find("Aa")).isEqualTo(digest("Aa"));
        assertThat(remembered.find("BB")).isEqualTo(digest("BB"));
    }

    @Test
    void keepsTheNotQualifiedOutOfTheTree() {
        RememberedImpressions remembered = new RememberedImpressions();
        remembered.notQualified("brief", digest("brief"));
        remembered.qualified("long", digest("long"));

        assertThat(remembered.merkleRoot())
                .isEqualTo(MerkleTree.root(List.of(digest("long").bytes())));
    }

    @Test
    void knowsNothingOnceItIsReleased() {
        RememberedImpressions remembered = new RememberedImpressions();
        remembered.qualified("id", digest("id"));

        remembered.release();

        assertThat(remembered.find("id")).isNull();
        assertThat(remembered.size()).isZero();
    }

    private static ImpressionDigest digest(String id) {
        return new ImpressionDigest(id.hashCode(), id.length(), 3, 4);
    }
}
