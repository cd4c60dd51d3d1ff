package dev.creatorledger.query.programme;

import dev.creatorledger.events.network.NetworkEvent.NetworkRegistered;
import dev.creatorledger.events.network.NetworkEvent.NetworkRenamed;
import dev.creatorledger.events.network.NetworkEvent.NetworkTermsAccepted;
import dev.creatorledger.events.network.NetworkId;
import dev.creatorledger.query.view.DocumentForm;
import dev.creatorledger.query.view.Projection;
import dev.creatorledger.query.view.ViewDocument;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** What is known about a network (B2); its channels know themselves that they belong to it. */
final class NetworkDocument extends ViewDocument {

    /** The projection of networks. */
    static final Projection<NetworkDocument> PROJECTION = Projection.into("networks", new Form())
            .on(NetworkRegistered.class, e -> e.networkId().value(), (network, e) -> network.called(e.title()))
            .on(NetworkRenamed.class, e -> e.networkId().value(), (network, e) -> network.called(e.title()))
            .on(NetworkTermsAccepted.class, e -> e.networkId().value(), (network, e) -> network.accepted())
            .kept(id -> List.of(NetworkId.PREFIX + id))
            .build();

    String name = "";

    /** Whether it accepted the terms of memberships, for its channels too (B1). */
    boolean termsAccepted;

    NetworkDocument(String id) {
        super(id);
    }

    private boolean called(String given) {
        name = given;
        return true;
    }

    private boolean accepted() {
        termsAccepted = true;
        return true;
    }

    /** How it is stored. */
    private static final class Form implements DocumentForm<NetworkDocument> {

        @Override
        public Class<NetworkDocument> type() {
            return NetworkDocument.class;
        }

        @Override
        public NetworkDocument blank(String id) {
            return new NetworkDocument(id);
        }

        @Override
        public void write(BsonWriter writer, NetworkDocument network) {
            writer.writeString("name", network.name);
            writer.writeBoolean("termsAccepted", network.termsAccepted);
        }

        @Override
        public void read(BsonReader reader, String field, NetworkDocument network) {
            switch (field) {
                case "name" -> network.name = reader.readString();
                case "termsAccepted" -> network.termsAccepted = reader.readBoolean();
                default -> throw new IllegalStateException("a network has no field " + field);
            }
        }
    }
}
