-- An answer that anyone with the link may read: a copy, so that it outlives the conversation it was part of.
CREATE TABLE IF NOT EXISTS shared_answer (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    conversation TEXT NOT NULL,
    place INTEGER NOT NULL,
    shared_at TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    language TEXT NOT NULL,
    library TEXT NOT NULL,
    library_read_on TEXT,
    answer BLOB,
    said TEXT NOT NULL,
    UNIQUE (person, conversation, place)
) STRICT;
