-- What falls due of memberships (B11, B12, B23-B27, L5): fed from the events, asked by the injected clock. Correctness
-- does not rest on these tables being exact: whoever is told looks for itself, and what is told twice is quiet.

-- Every membership that a turn of its programme concerns, with the next instant at which something happens by itself.
CREATE TABLE membership_work (
    membership_id text        COLLATE "C" PRIMARY KEY,
    channel_id    text        COLLATE "C" NOT NULL,
    due_at        timestamptz,
    -- The end of what was paid, once it was cancelled: until then a termination ends it (B25). It is due then, so that
    -- it follows the turns up to that time before it is forgotten.
    listed_until  timestamptz
);
CREATE INDEX membership_work_due ON membership_work (due_at, membership_id) WHERE due_at IS NOT NULL;
CREATE INDEX membership_work_channel ON membership_work (channel_id, membership_id);

-- Turns of programmes that have not reached every member yet. The table of members is filled by the same reader of the
-- events, so once a turn stands here, everybody who joined before it stands there (B27).
CREATE TABLE programme_turn (
    channel_id text    COLLATE "C" NOT NULL,
    turn       bigint  NOT NULL,
    terminated boolean NOT NULL,
    -- The last member that was told, and how many were.
    told_up_to text    COLLATE "C" NOT NULL DEFAULT '',
    told       bigint  NOT NULL DEFAULT 0,
    PRIMARY KEY (channel_id, turn)
);

-- Paused programmes, and when each has been paused for too long (B25).
CREATE TABLE programme_pause (
    channel_id text        COLLATE "C" PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX programme_pause_expiry ON programme_pause (expires_at, channel_id);

-- Days of membership income that are not final yet (L5).
CREATE TABLE membership_day_work (
    day_id text        COLLATE "C" PRIMARY KEY,
    due_at timestamptz NOT NULL
);
CREATE INDEX membership_day_work_due ON membership_day_work (due_at, day_id);
