-- Asking for a summary with every few pages filled the server's list of such wishes and its log: the vacuum that follows
-- insertions summarizes as well, and comes often enough that little is left to scan.
ALTER INDEX domain_event_time SET (autosummarize = off);
ALTER TABLE domain_event SET (autovacuum_vacuum_insert_scale_factor = 0.05);
