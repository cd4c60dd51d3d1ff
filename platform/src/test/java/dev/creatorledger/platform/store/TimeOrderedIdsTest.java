package dev.creatorledger.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    @Test
    void areMadeForAxon() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
    }

    @Test
    void areOfVersionSevenAndBeginWithTheTime() {
        long before = System.currentTimeMillis();
        UUID id = UUID.fromString(new TimeOrderedIds().generateIdentifier());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 100);
    }

    @Test
    void growAndNeverRepeat() {
        Set<UUID> seen = new HashSet<>();
        UUID last = TimeOrderedIds.next();
        for (int i = 0; i < 100_000; i++) {
            UUID next = TimeOrderedIds.next();
            assertThat(next.compareTo(last)).isPositive();
            assertThat(seen.add(next)).isTrue();
            last = next;
        }
    }
}
