-- The event store: every fact of the ledger, in the order in which it was committed. Rows are only ever added (L4).
CREATE TABLE domain_event (
    -- The place in the global order, from 1, without gaps. Not an identity column: the writer holds an advisory lock
    -- and numbers its rows from the newest one (LedgerEventStorageEngine), so that numbers follow the order of commits
    -- and a transaction that is rolled back leaves no gap.
    global_index         bigint   NOT NULL,
    -- "C": streams are compared byte by byte, not by the rules of a language.
    aggregate_identifier text     COLLATE "C" NOT NULL,
    sequence_number      bigint   NOT NULL,
    aggregate_type       text     COLLATE "C" NOT NULL,
    -- Not unique by an index: identifiers are made by the service and nothing looks an event up by one; what must be
    -- unique is the place in the stream. A third index would cost every event a random page.
    event_identifier     uuid     NOT NULL,
    -- Microseconds since 1970-01-01T00:00:00Z, by the service's clock.
    time_stamp           bigint   NOT NULL,
    payload_type         text     COLLATE "C" NOT NULL,
    payload_revision     smallint NOT NULL,
    -- JSON as bytes: stored as written, never parsed here. PostgreSQL compresses only rows above 2 kB, so the ordinary
    -- event of some 500 bytes is neither compressed nor moved out of its row.
    payload              bytea    NOT NULL,
    meta_data            bytea    NOT NULL,
    PRIMARY KEY (global_index),
    -- The optimistic lock: who loses a race for a place in a stream is told so.
    CONSTRAINT domain_event_stream UNIQUE (aggregate_identifier, sequence_number)
);

-- Times grow almost as positions do, so a summary of each 32 pages finds a time (createTokenAt) at next to no cost.
CREATE INDEX domain_event_time ON domain_event USING brin (time_stamp) WITH (pages_per_range = 32, autosummarize = on);

-- Events of a kind, for audit; the two kinds that make up almost all of the store are found by a scan soon enough.
CREATE INDEX domain_event_kind ON domain_event (payload_type, global_index)
    WHERE payload_type NOT IN ('ImpressionQualified', 'ImpressionNotQualified');

-- Rows never change: there is nothing to vacuum but what insertions leave to freeze and to summarize.
ALTER TABLE domain_event SET (autovacuum_vacuum_insert_scale_factor = 0.2, autovacuum_analyze_scale_factor = 0.1);

-- How far each event processor has come (Axon's JdbcTokenStore).
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    stamp          text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
