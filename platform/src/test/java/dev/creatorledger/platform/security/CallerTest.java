package dev.creatorledger.platform.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is a channel's and a member's")
class CallerTest {

    private static final ChannelId CHANNEL = new ChannelId("ch-1");
    private static final MemberId MEMBER = new MemberId("m-1");

    private static Caller caller(Set<String> roles, Set<String> channels, @Nullable String member) {
        return new Caller("somebody", roles, channels, null, member);
    }

    private static void assertSees(Caller caller) {
        assertThatCode(() -> caller.maySee(CHANNEL, MEMBER)).doesNotThrowAnyException();
    }

    private static void assertDoesNotSee(Caller caller) {
        assertThatThrownBy(() -> caller.maySee(CHANNEL, MEMBER)).isInstanceOf(Refusal.class);
    }

    @Test
    void isSeenByTheMemberItself() {
        assertSees(caller(Set.of(Role.MEMBER), Set.of(), "m-1"));
        assertDoesNotSee(caller(Set.of(Role.MEMBER), Set.of(), "m-2"));
        assertDoesNotSee(caller(Set.of(Role.MEMBER), Set.of(), null));
        assertDoesNotSee(caller(Set.of(Role.MEMBER), Set.of("ch-1"), "m-2"));
    }

    @Test
    void isSeenByTheChannelsCreator() {
        assertSees(caller(Set.of(Role.CREATOR), Set.of("ch-1"), null));
        assertDoesNotSee(caller(Set.of(Role.CREATOR), Set.of("ch-2"), "m-1"));
        assertSees(caller(Set.of(Role.CREATOR, Role.MEMBER), Set.of("ch-2"), "m-1"));
    }

    @Test
    void isSeenByEveryRoleThatActsForNobodyInParticular() {
        assertSees(caller(Set.of(Role.OPERATOR), Set.of(), null));
        assertSees(caller(Set.of(Role.AUDITOR, Role.MEMBER), Set.of(), "m-2"));
    }
}
