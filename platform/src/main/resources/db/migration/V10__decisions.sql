-- Decisions: events of commands that were given a reason (U1, U6). Few, so these indexes are small; almost every row
-- fails the first condition. Metadata is a JSON object with its keys in order, and quotes within a value are escaped:
-- what is found here is a key, never a part of a value.
CREATE INDEX domain_event_decision ON domain_event (global_index)
    WHERE payload_type NOT IN ('ImpressionQualified', 'ImpressionNotQualified')
      AND position('"reason":'::bytea IN meta_data) > 0;

-- Those of an actor: the beginning up to the first key's value, which is the actor's. Hashed, for a row of an index has a
-- longest length and a subject of a foreign issuer's token has none.
CREATE INDEX domain_event_decision_actor
    ON domain_event (md5(substring(meta_data FROM 1 FOR position('","'::bytea IN meta_data))), global_index)
    WHERE payload_type NOT IN ('ImpressionQualified', 'ImpressionNotQualified')
      AND position('"reason":'::bytea IN meta_data) > 0;
