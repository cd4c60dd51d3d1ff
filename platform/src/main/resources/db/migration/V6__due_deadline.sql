-- Approved payouts that are not settled, with the next instant at which the service has to look at each: first its
-- warning, then its deadline (P6). Fed from the events, asked by the injected clock.
CREATE TABLE due_deadline (
    payout_id text        COLLATE "C" PRIMARY KEY,
    due_at    timestamptz NOT NULL,
    deadline  timestamptz NOT NULL
);
CREATE INDEX due_deadline_by_time ON due_deadline (due_at, payout_id);
