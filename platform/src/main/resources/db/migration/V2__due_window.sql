-- Windows that wait to be sealed and finalized (A8, A11); fed from the event store, and nothing more than an index of it.
CREATE TABLE due_window (
    window_id   text        COLLATE "C" NOT NULL PRIMARY KEY,
    -- From when it takes no more by the clock; a window of a backfill is sealed once the backfill is closed.
    due_at      timestamptz NOT NULL,
    backfill_id text        COLLATE "C"
);

CREATE INDEX due_window_time ON due_window (due_at, window_id) WHERE backfill_id IS NULL;
CREATE INDEX due_window_backfill ON due_window (backfill_id, due_at, window_id) WHERE backfill_id IS NOT NULL;

-- Backfills, and how many windows were opened under each and are final.
CREATE TABLE due_backfill (
    backfill_id text    COLLATE "C" NOT NULL PRIMARY KEY,
    closed      boolean NOT NULL DEFAULT false,
    opened      bigint  NOT NULL DEFAULT 0,
    sealed      bigint  NOT NULL DEFAULT 0
);
