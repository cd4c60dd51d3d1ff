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
import dev.creatorledger.query.view.DocumentReader;
import dev.creatorledger.query.view.TimeOrder;
import dev.creatorledger.query.view.View;
import java.util.List;
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

    /** Reads from the views in a database, and has it keep the indexes that the lists are read by. */
    public Memberships(MongoDatabase database) {
        memberships = new DocumentReader<>(database, MembershipDocument.PROJECTION);
        NEWEST_FIRST.index(memberships, MembershipForm.CHANNEL);
        NEWEST_FIRST.index(memberships, MembershipForm.CHANNEL, MembershipForm.STATUS);
    }

    /**
     * One membership.
     *
     * @throws Refusal NOT_FOUND if there is none of this id
     */
    MembershipDocument require(MembershipId membershipId) {
        MembershipDocument membership = memberships.find(membershipId.value());
        if (membership == null) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no membership " + membershipId.value());
        }
        return membership;
    }

    /** The memberships of a channel that are in a status, or all. */
    Page<MembershipDocument> ofChannel(ChannelId channelId, @Nullable MembershipStatus status, PageRequest request) {
        BsonDocument filter = new BsonDocument(
                DocumentReader.contentField(MembershipForm.CHANNEL), new BsonString(channelId.value()));
        if (status != null) {
            filter.append(DocumentReader.contentField(MembershipForm.STATUS), new BsonString(status.name()));
        }
        return NEWEST_FIRST.page(memberships, filter, request);
    }
}
