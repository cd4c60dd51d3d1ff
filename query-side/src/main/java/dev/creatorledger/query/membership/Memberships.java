package dev.creatorledger.query.membership;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.charge.Charges;
import dev.creatorledger.query.refund.Refunds;
import dev.creatorledger.query.view.AsOf.Moment;
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.Past;
import dev.creatorledger.query.view.TimeOrder;
import dev.creatorledger.query.view.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Reads memberships, newest first. */
public final class Memberships {

    /** What fills the view: memberships, and what their members owe and get back. */
    public static final View VIEW =
            new View(View.MEMBERS, List.of(MembershipDocument.PROJECTION, Charges.PROJECTION, Refunds.PROJECTION));

    private static final TimeOrder<MembershipDocument> NEWEST_FIRST =
            TimeOrder.newestFirst(MembershipForm.JOINED_AT, membership -> membership.joinedAt);

    private final DocumentReader<MembershipDocument> memberships;
    private final Past past;

    /** Reads from the views in a database, and has it keep the indexes that the lists are read by. */
    public Memberships(MongoDatabase database, Past past) {
        this.past = past;
        memberships = new DocumentReader<>(database, MembershipDocument.PROJECTION);
        NEWEST_FIRST.index(memberships, MembershipForm.CHANNEL);
        NEWEST_FIRST.index(memberships, MembershipForm.CHANNEL, MembershipForm.STATUS);
    }

    /**
     * One membership.
     *
     * @param moment as it was when; absent for now
     * @throws Refusal NOT_FOUND if there is none of this id, or was none then
     */
    MembershipDocument require(MembershipId membershipId, @Nullable Moment moment) {
        String id = membershipId.value();
        MembershipDocument membership =
                moment == null ? memberships.find(id) : past.find(MembershipDocument.PROJECTION, id, moment.position());
        if (membership == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no membership " + membershipId.value());
        }
        return membership;
    }

    /**
     * How many memberships of a channel are in a status, by tier; the newest ones, where there are more than a limit.
     */
    Map<String, Integer> byTier(ChannelId channelId, MembershipStatus status, int limit) {
        Map<String, Integer> counts = new TreeMap<>();
        NEWEST_FIRST
                .page(memberships, filter(channelId, status), new PageRequest(limit, null))
                .items()
                .forEach(membership -> counts.merge(membership.tierId, 1, Integer::sum));
        return counts;
    }

    /** The memberships of a channel that are in a status, or all. */
    Page<MembershipDocument> ofChannel(ChannelId channelId, @Nullable MembershipStatus status, PageRequest request) {
        return NEWEST_FIRST.page(memberships, filter(channelId, status), request);
    }

    private static BsonDocument filter(ChannelId channelId, @Nullable MembershipStatus status) {
        BsonDocument filter = new BsonDocument(
                DocumentReader.contentField(MembershipForm.CHANNEL), new BsonString(channelId.value()));
        if (status != null) {
            filter.append(DocumentReader.contentField(MembershipForm.STATUS), new BsonString(status.name()));
        }
        return filter;
    }
}
