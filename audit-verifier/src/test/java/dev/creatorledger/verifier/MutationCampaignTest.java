package dev.creatorledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.verifier.Edits.Edit;
import dev.creatorledger.verifier.TestExport.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** U3: edits of every kind, of the first, the last and any event: what the checkpoint finds, and what is found without. */
class MutationCampaignTest {

    private static final String OF_THE_LAST = ", of the last event";

    /** What the export alone does not show; {@code docs/audit.md} says the same. */
    private static final List<String> NEEDS_THE_CHECKPOINT = List.of(
            "chained anew: a payload without money changed",
            "chained anew: a time changed",
            "chained anew: an actor changed",
            "chained anew: an event of a new stream put in",
            "chained anew: both sides of an amount changed",
            "chained anew: the last event of a stream deleted",
            "chained anew: two streams' events swapped",
            "changed, its own hash made anew" + OF_THE_LAST,
            "the end cut off");

    private static final int SIZE = 120;
    private static final int BY_CHANCE = 12;

    private final List<Event> events = TestExport.history(7, SIZE);
    private final Checkpoint checkpoint =
            Checkpoint.of(new TestExport().checkpoint(events.get(SIZE - 1)).getBytes(StandardCharsets.UTF_8));

    private static @Nullable Finding found(String export, @Nullable Checkpoint checkpoint) throws IOException {
        return new Verification(checkpoint, null)
                .run(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void findsNothingInWhatNobodyTouched() throws IOException {
        assertThat(found(Edits.lines(events), checkpoint)).isNull();
        assertThat(found(Edits.lines(events), null)).isNull();
    }

    @Test
    void findsEveryEditWithTheCheckpointAndTheseWithout() throws IOException {
        List<String> unseen = new ArrayList<>();
        TreeSet<String> needTheCheckpoint = new TreeSet<>();
        int edits = 0;
        for (Edit edit : Edits.all()) {
            for (int turn = 0; turn < 3 + BY_CHANCE; turn++) {
                Random random = new Random(31L * edits + turn);
                int index = index(turn, random);
                String edited = edit.at().edited(events, index, random);
                if (edited.equals(Edits.lines(events))) {
                    continue; // a change to what was there
                }
                edits++;
                if (found(edited, checkpoint) == null) {
                    unseen.add(edit.name() + " at " + index);
                }
                if (found(edited, null) == null) {
                    needTheCheckpoint.add(whatItIs(edit, edited, index));
                }
            }
        }
        assertThat(edits).isGreaterThanOrEqualTo(500);
        assertThat(unseen).isEmpty();
        assertThat(needTheCheckpoint).containsExactlyElementsOf(NEEDS_THE_CHECKPOINT);
        assertThat(Edits.all().stream().filter(edit -> !edit.foundAlone()).map(Edit::name))
                .containsExactlyInAnyOrderElementsOf(NEEDS_THE_CHECKPOINT.stream()
                        .filter(name -> !name.endsWith(OF_THE_LAST))
                        .toList());
    }

    /** Without its end an export is a cut one, whatever was done; and nothing comes behind the last event. */
    private String whatItIs(Edit edit, String edited, int index) {
        if (Edits.lines(events).startsWith(edited)) {
            return "the end cut off";
        }
        return edit.foundAlone() && index == SIZE - 1 ? edit.name() + OF_THE_LAST : edit.name();
    }

    /** The first, the middle and the last event, then any. */
    private static int index(int turn, Random random) {
        return switch (turn) {
            case 0 -> 0;
            case 1 -> SIZE / 2;
            case 2 -> SIZE - 1;
            default -> random.nextInt(SIZE);
        };
    }
}
