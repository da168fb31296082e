-- What people think of an answer. `judged` is a digest of who and which answer: it tells judgements apart and
-- lets their author change them, and names nobody. `answer` is the answer as it was given, as JSON.
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    judged TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('helped', 'not_helped', 'wrong', 'withdrawn')),
    reason TEXT,
    comment TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL,
    abstained INTEGER NOT NULL CHECK (abstained IN (0, 1)),
    answer TEXT NOT NULL,
    version TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'seen', 'question', 'closed')),
    note TEXT NOT NULL DEFAULT '',
    made_file TEXT,
    made_id TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS feedback_state ON feedback (state, verdict, at);
