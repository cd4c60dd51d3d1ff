package dev.creatorledger.standalone.load;

import org.jspecify.annotations.Nullable;

/**
 * Sends impressions in batches, a few at once, and counts what became of them. Brought by one thread.
 */
public final class ImpressionStream implements AutoCloseable {

    private final LedgerClient client;
    private final @Nullable String backfill;
    private final int batchSize;
    private final Outcomes outcomes;
    private final Progress progress;
    private final InFlight inFlight;
    private final BatchBody body = new BatchBody();

    /**
     * A stream to the service.
     *
     * @param backfill the backfill to send under, or null for none
     * @param batchSize impressions per batch, at most 5,000
     * @param atOnce batches in flight at once
     */
    public ImpressionStream(
            LedgerClient client,
            @Nullable String backfill,
            int batchSize,
            int atOnce,
            Outcomes outcomes,
            Progress progress) {
        this.client = client;
        this.backfill = backfill;
        this.batchSize = batchSize;
        this.outcomes = outcomes;
        this.progress = progress;
        this.inFlight = new InFlight(atOnce);
    }

    /** Adds an impression, and sends a batch when it is full. */
    public void add(SentImpression impression) {
        body.add(impression);
        if (body.size() == batchSize) {
            sendBatch();
        }
    }

    /** Sends what is left and waits for every answer. */
    public void finish() {
        if (body.size() > 0) {
            sendBatch();
        }
        inFlight.await();
    }

    @Override
    public void close() {
        inFlight.close();
    }

    private void sendBatch() {
        int size = body.size();
        byte[] document = body.take();
        inFlight.submit(() -> {
            Answer answer = client.batch(document, backfill).orFail();
            outcomes.add(size, answer.body());
            progress.stepBy(size);
        });
    }
}
