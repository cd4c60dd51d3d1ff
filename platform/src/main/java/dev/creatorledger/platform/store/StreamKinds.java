package dev.creatorledger.platform.store;

import dev.creatorledger.events.calendar.CalendarId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.PaymentReferenceId;
import dev.creatorledger.events.membership.RefundId;
import dev.creatorledger.events.membership.SlotId;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.policy.PolicyName;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.BatchId;
import dev.creatorledger.events.window.WindowId;
import java.util.List;

/** The kinds of streams, and what those are called that an identifier as callers write it stands for. */
final class StreamKinds {

    /** The kinds of streams, by what their names begin with; the empty one is for a stream's full name. */
    static final List<String> PREFIXES = List.of(
            "",
            ChannelId.PREFIX,
            VideoId.PREFIX,
            WindowId.PREFIX,
            BatchId.PREFIX,
            PayoutId.PREFIX,
            PolicyName.PREFIX,
            CalendarId.PREFIX,
            NetworkId.PREFIX,
            MembershipId.PREFIX,
            MembershipDayId.PREFIX,
            RefundId.PREFIX,
            MemberId.PREFIX,
            SlotId.PREFIX,
            PaymentReferenceId.PREFIX,
            RefusalId.PREFIX);

    private StreamKinds() {}

    /** The names that a stream of this identifier can have, or the identifier itself if it is a name. */
    static String[] named(String aggregate) {
        return PREFIXES.stream().map(prefix -> prefix + aggregate).toArray(String[]::new);
    }
}
