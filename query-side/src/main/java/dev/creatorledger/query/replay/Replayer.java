package dev.creatorledger.query.replay;

import com.mongodb.client.MongoDatabase;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.query.view.BesideLive;
import dev.creatorledger.query.view.EventDecoder;
import dev.creatorledger.query.view.Shadow;
import dev.creatorledger.query.view.ShadowDocuments;
import dev.creatorledger.query.view.Standstill;
import dev.creatorledger.query.view.View;
import dev.creatorledger.query.view.ViewGroup;
import dev.creatorledger.query.view.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Does the work of replays and of switching over, in the thread of its caller. */
final class Replayer {

    private final Parts parts;
    private final List<ViewGroup> groups;
    private final Duration patience;
    private final long pending;

    /**
     * What it works with.
     *
     * @param reached up to where all nodes together have come with a group, by its name
     */
    record Parts(
            MongoDatabase database,
            StoredEvents events,
            EventDecoder decoder,
            ToLongFunction<String> reached,
            Views views) {}

    Replayer(Parts parts, List<ViewGroup> groups, ReplaySettings settings) {
        this.parts = parts;
        this.groups = List.copyOf(groups);
        this.patience = settings.patience();
        this.pending = settings.pending().toBytes();
    }

    /** The names of the views that there are. */
    List<String> views() {
        return groups.stream()
                .flatMap(group -> group.views().stream())
                .map(View::name)
                .toList();
    }

    /**
     * Makes a view anew and compares it with the live one, which goes on meanwhile.
     *
     * @throws RuntimeException if there can be no verdict
     */
    void run(Replay replay) {
        ViewGroup group = groupOf(replay.view());
        Shadow shadow = shadow(group, replay.view());
        replay.folding(shadow);
        shadow.upTo(parts.events().head());
        // What came meanwhile: the less is left, the fewer documents have moved on when they are read.
        shadow.upTo(parts.events().head());
        replay.folded();
        LiveView live = new LiveView(
                parts.database(), () -> parts.reached().applyAsLong(group.name()), parts.events(), patience);
        live.await(shadow.position());
        for (ShadowDocuments<?> documents : shadow.documents()) {
            String collection = documents.collection();
            compare(collection, new RebuiltCollection(shadow, documents), live.collection(collection), replay);
            if (documents.haveVersions()) {
                String versions = documents.versionsCollection();
                compare(versions, new RebuiltVersions(shadow, documents), live.versions(versions), replay);
            }
        }
    }

    private void compare(String collection, Comparison.Made made, Comparison.Live live, Replay replay) {
        replay.compared(new Comparison(collection, made, live, pending, replay::differs).run());
    }

    /**
     * Makes a view anew and puts its documents in the place of the live ones. The processor of its group rests only for
     * what has changed while the most of them were written.
     *
     * @return the position of the documents
     * @throws RuntimeException if it cannot be done; each collection is then all old or all new
     */
    long switchOver(String view) {
        Shadow shadow = shadow(groupOf(view), view);
        shadow.upTo(parts.events().head());
        List<BesideLive<?>> beside = new ArrayList<>();
        shadow.documents().forEach(documents -> beside.add(documents.beside(parts.database())));
        try {
            beside.forEach(BesideLive::write);
            shadow.upTo(parts.events().head());
            try (Standstill standstill = parts.views().standstill(view)) {
                shadow.upTo(standstill.position());
                beside.forEach(BesideLive::write);
                standstill.hold();
                beside.forEach(BesideLive::putInPlace);
                return shadow.position();
            }
        } catch (RuntimeException e) {
            drop(beside, e);
            throw e;
        }
    }

    private static void drop(List<BesideLive<?>> beside, RuntimeException cause) {
        try {
            beside.forEach(BesideLive::drop);
        } catch (RuntimeException e) {
            cause.addSuppressed(e); // the next one drops what was left
        }
    }

    private Shadow shadow(ViewGroup group, String view) {
        List<View> one = group.views().stream()
                .filter(candidate -> candidate.name().equals(view))
                .toList();
        return new Shadow(new ViewGroup(view, one), parts.views().eras(), parts.events(), parts.decoder());
    }

    private ViewGroup groupOf(String view) {
        return groups.stream()
                .filter(group -> group.has(view))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no view " + view));
    }
}
