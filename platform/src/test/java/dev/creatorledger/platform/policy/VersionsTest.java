package dev.creatorledger.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** V1: which version is in force when, against the plainest model there is: the last one set for the latest time. */
class VersionsTest {

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    @Property
    void areInForceByTime_andTheLastOneSetWinsForItsInstant(
            @ForAll @Size(max = 20) List<@IntRange(max = 12) Integer> times, @ForAll @IntRange(max = 13) int asked) {
        Versions<String> versions = Versions.beginningWith("1");
        String expected = "1";
        int latest = -1;
        for (int i = 0; i < times.size(); i++) {
            String figures = String.valueOf(i + 2);
            versions = versions.with(i + 2, at(times.get(i)), figures);
            if (times.get(i) <= asked && times.get(i) >= latest) {
                latest = times.get(i);
                expected = figures;
            }
        }
        assertThat(versions.at(at(asked))).isEqualTo(expected);
        assertThat(versions.next()).isEqualTo(times.size() + 2);
    }

    @Example
    void countOneThatIsToldTwiceOnce() {
        Versions<String> versions = Versions.beginningWith("1").with(2, at(5), "2");
        assertThat(versions.with(2, at(5), "2")).isSameAs(versions);
    }

    @Example
    void areTheSameInWhateverOrderTheyAreTold() {
        Versions<String> inOrder =
                Versions.beginningWith("1").with(2, at(9), "2").with(3, at(5), "3");
        Versions<String> outOfOrder =
                Versions.beginningWith("1").with(3, at(5), "3").with(2, at(9), "2");
        assertThat(outOfOrder.all()).isEqualTo(inOrder.all());
    }

    @Example
    void mayBeNone() {
        Versions<String> none = Versions.none();
        assertThat(none.find(at(1))).isNull();
        assertThat(none.next()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> none.at(at(1)));
        Versions<String> one = none.with(1, at(5), "1");
        assertThat(one.find(at(4))).isNull();
        assertThat(one.at(at(5))).isEqualTo("1");
    }
}
