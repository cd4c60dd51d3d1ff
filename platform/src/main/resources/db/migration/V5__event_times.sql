-- Asking for a summary with every few pages filled the server's list of such wishes and its log: the vacuum that follows
-- insertions summarizes as well. It has time, for rows never change: slowed down, it takes nothing from the commits.
ALTER INDEX domain_event_time SET (autosummarize = off);
ALTER TABLE domain_event SET (autovacuum_vacuum_cost_delay = 20);
