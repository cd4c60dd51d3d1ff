-- The keys of persons (U7), in a schema of their own: its rights and its backups can be set apart from those of the events.
CREATE SCHEMA persons;

-- The master key that they are wrapped with, by its id; one at a time.
CREATE TABLE persons.master_key (
    only_one      boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
    -- Derived from the key: tells whether another one is the same, and nothing else.
    master_key_id text        COLLATE "C" NOT NULL,
    first_used_at timestamptz NOT NULL
);

CREATE TABLE persons.person_key (
    person        text        COLLATE "C" NOT NULL PRIMARY KEY,
    -- Gone once the person is erased; the row stays, so that the person is never given a key again.
    wrapped_key   bytea,
    -- Which master key it is wrapped with, for the day on which there is a second one.
    master_key_id text        COLLATE "C",
    created_at    timestamptz NOT NULL,
    destroyed_at  timestamptz,
    -- Whether the bytes of a destroyed key are out of the table's files too, not only out of its rows.
    swept         boolean     NOT NULL DEFAULT true,
    CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL)),
    CHECK ((wrapped_key IS NULL) = (master_key_id IS NULL))
);

CREATE INDEX person_key_unswept ON persons.person_key (person) WHERE NOT swept;

-- Statistics hold samples of what they are about: no key may be among them.
ALTER TABLE persons.person_key ALTER COLUMN wrapped_key SET STATISTICS 0;
-- The bytes stay in the row, where sweeping finds them.
ALTER TABLE persons.person_key ALTER COLUMN wrapped_key SET STORAGE PLAIN;
