-- The hash chain over the events (U3): what each event's hash was when it was linked. Rows are only ever added.
CREATE TABLE chain_link (
    -- The last event of a stretch; the stretch goes on from where the one before ends.
    position  bigint PRIMARY KEY,
    -- Microseconds since 1970-01-01T00:00:00Z, by the service's clock.
    linked_at bigint NOT NULL,
    -- The SHA-256 of every event of the stretch, one behind the other, at most 60: four such rows fill a page. One row
    -- per event would cost as much again in headers and index.
    hashes    bytea  NOT NULL,
    CONSTRAINT chain_link_whole CHECK (octet_length(hashes) > 0 AND octet_length(hashes) % 32 = 0)
);
-- Hashes cannot be compressed, and a row stays in its page.
ALTER TABLE chain_link ALTER COLUMN hashes SET STORAGE PLAIN;
