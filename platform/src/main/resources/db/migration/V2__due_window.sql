-- Windows that wait to be sealed and finalized (A8, A11); fed from the event store, and nothing more than an index of it.
CREATE TABLE due_window (
    window_id   text        COLLATE "C" NOT NULL PRIMARY KEY,
    channel_id  text        COLLATE "C" NOT NULL,
    -- When it is to be sealed; absent for a window of a backfill, which is sealed once the backfill is closed.
    due_at      timestamptz,
    backfill_id text        COLLATE "C",
    -- Sealed, but its channel has not been told yet.
    sealed      boolean     NOT NULL DEFAULT false
);

CREATE INDEX due_window_time ON due_window (due_at, window_id) WHERE due_at IS NOT NULL;
CREATE INDEX due_window_backfill ON due_window (backfill_id, window_id) WHERE backfill_id IS NOT NULL;
