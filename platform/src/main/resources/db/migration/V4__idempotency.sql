-- The first outcome of each command that was sent under a key (contract, "Conventions"); deleted 30 days after it was kept.
CREATE TABLE idempotency_key (
    -- A hash of the caller and the key: neither is kept.
    id           text        COLLATE "C" NOT NULL PRIMARY KEY,
    -- A hash of method, path and body under the key itself: bodies hold personal data, and the key is not here to try
    -- guesses with.
    request      text        COLLATE "C" NOT NULL,
    -- Who runs the command now: the reservation, the node and the node's life since its start.
    holder       text        NOT NULL,
    node         text        NOT NULL,
    life         text        NOT NULL,
    leased_until timestamptz NOT NULL,
    -- How often it was begun, and when at first.
    attempt      integer     NOT NULL,
    reserved_at  timestamptz NOT NULL,
    -- When it was reserved or, once there is an outcome, kept.
    at           timestamptz NOT NULL,
    -- The outcome; absent while the command runs.
    status       smallint,
    content_type text,
    answer       bytea,
    CHECK ((status IS NULL) = (answer IS NULL))
);

CREATE INDEX idempotency_key_age ON idempotency_key (at);
