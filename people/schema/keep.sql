-- The name that an administrator signs with; given by themselves, and shown in the list of changes.
CREATE TABLE IF NOT EXISTS keeper (
    person TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

-- Wrong codes, for as long as they count. `who` is a person's id, or the digest of an address.
CREATE TABLE IF NOT EXISTS wrong_code (
    who TEXT NOT NULL,
    at REAL NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS wrong_code_who ON wrong_code (who, at);
