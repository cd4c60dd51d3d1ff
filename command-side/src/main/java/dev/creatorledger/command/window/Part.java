package dev.creatorledger.command.window;

import dev.creatorledger.events.window.WindowId;
import java.util.ArrayList;
import java.util.List;

/**
 * The impressions of a batch that belong to one window.
 *
 * @param batch the batch
 * @param windowId the window
 * @param indexes their places in the batch
 * @param impressions the impressions, in the same order
 */
record Part(Batch batch, WindowId windowId, List<Integer> indexes, List<CreditedImpression> impressions) {

    Part(Batch batch, WindowId windowId) {
        this(batch, windowId, new ArrayList<>(), new ArrayList<>());
    }

    void add(int index, CreditedImpression impression) {
        indexes.add(index);
        impressions.add(impression);
    }
}
