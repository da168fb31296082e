-- What somebody has asked, a conversation at a time. `sought` is what a search looks in, in lower case.
CREATE TABLE IF NOT EXISTS conversation (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    title TEXT NOT NULL,
    sought TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS conversation_of_person ON conversation (person, updated);

-- A question and what came of it: an answer as it was given, or a problem with its remedy.
CREATE TABLE IF NOT EXISTS turn (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    question TEXT NOT NULL,
    alone INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    organisation TEXT,
    as_of TEXT,
    language TEXT NOT NULL,
    library TEXT NOT NULL,
    library_read_on TEXT,
    answer BLOB,
    said TEXT NOT NULL,
    remedy TEXT,
    sought TEXT NOT NULL,
    PRIMARY KEY (conversation, place)
) STRICT, WITHOUT ROWID;
