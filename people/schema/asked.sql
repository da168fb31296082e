-- Every question asked, by day, without whoever asked it. `folded` is the question as questions are told apart.
CREATE TABLE IF NOT EXISTS asked (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    question TEXT NOT NULL,
    folded TEXT NOT NULL,
    organisation TEXT,
    language TEXT NOT NULL,
    abstained INTEGER NOT NULL CHECK (abstained IN (0, 1)),
    refused_because TEXT,
    level TEXT,
    understand_ms REAL,
    retrieve_ms REAL,
    answer_ms REAL,
    total_ms REAL
) STRICT;
CREATE INDEX IF NOT EXISTS asked_day ON asked (day, abstained);
CREATE INDEX IF NOT EXISTS asked_refused ON asked (day) WHERE abstained = 1;
-- What questions without an answer mean, so that they need be embedded once; `engine` made the vector.
CREATE TABLE IF NOT EXISTS asked_meaning (
    folded TEXT NOT NULL,
    engine TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (folded, engine)
) STRICT, WITHOUT ROWID;
