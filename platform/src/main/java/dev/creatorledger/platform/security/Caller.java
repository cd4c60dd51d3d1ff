package dev.creatorledger.platform.security;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling; a controller takes it as an argument.
 *
 * @param subject the token's subject
 * @param roles the token's roles that open the route asked for: a right held for another route counts for nothing here
 * @param channels the channels that a creator acts for
 * @param network the network that the token acts for
 * @param member the member that the token acts for
 */
public record Caller(
        String subject, Set<String> roles, Set<String> channels, @Nullable String network, @Nullable String member) {

    /** Whether the caller may come here by this role. */
    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller steps in for somebody: as an operator, or as the admin that may do all that one may. */
    public boolean intervenes() {
        return has(Role.OPERATOR) || has(Role.ADMIN);
    }

    /**
     * Checks that the caller may act for a channel: a creator for the token's own, every other role of the route for
     * all.
     *
     * @throws Refusal FORBIDDEN if not
     */
    public void mayActFor(ChannelId channelId) {
        if (!actsFor(channelId.value())) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This token does not act for the channel " + channelId.value());
        }
    }

    /**
     * Checks that the caller may see what is a channel's and a member's: a creator that of its channels, a member its
     * own, every other role of the route all.
     *
     * @throws Refusal FORBIDDEN if not
     */
    public void maySee(ChannelId channelId, MemberId memberId) {
        boolean bound = roles.stream().allMatch(role -> role.equals(Role.CREATOR) || role.equals(Role.MEMBER));
        boolean own = (has(Role.CREATOR) && channels.contains(channelId.value()))
                || (has(Role.MEMBER) && memberId.value().equals(member));
        if (bound && !own) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This token acts neither for the channel nor for the member");
        }
    }

    /** Whether the caller may act for a channel, as {@link #mayActFor}. */
    boolean actsFor(String channelId) {
        boolean creatorOnly = roles.stream().allMatch(Role.CREATOR::equals);
        return !creatorOnly || (has(Role.CREATOR) && channels.contains(channelId));
    }

    /**
     * Checks that the caller may act for a network: a network for itself, every other role of the route for all.
     *
     * @throws Refusal FORBIDDEN if not
     */
    public void mayActForNetwork(NetworkId networkId) {
        mayActAs(Role.NETWORK, networkId.value(), network);
    }

    /**
     * Checks that the caller may act for a member: a member for itself, every other role of the route for all.
     *
     * @throws Refusal FORBIDDEN if not
     */
    public void mayActForMember(MemberId memberId) {
        mayActAs(Role.MEMBER, memberId.value(), member);
    }

    private void mayActAs(String role, String asked, @Nullable String own) {
        if (roles.stream().allMatch(role::equals) && !asked.equals(own)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This token does not act for the " + role + " " + asked);
        }
    }
}
