-- A person is the digest of a secret that only their own browser holds.
CREATE TABLE IF NOT EXISTS person (
    id TEXT PRIMARY KEY,
    role TEXT NOT NULL DEFAULT 'reader' CHECK (role IN ('reader', 'trainer', 'administrator')),
    first_seen TEXT NOT NULL
) STRICT;
