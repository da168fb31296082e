-- A course with its exercises; `version` counts its changes, so that two trainers never overwrite each other.
CREATE TABLE IF NOT EXISTS course (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    language TEXT NOT NULL,
    organisation TEXT,
    pass_mark INTEGER NOT NULL CHECK (pass_mark BETWEEN 0 AND 100),
    items TEXT NOT NULL,
    owner TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    changed TEXT NOT NULL,
    published TEXT,
    deleted TEXT
) STRICT;

-- Who has begun which course, and when they were through it the first time.
CREATE TABLE IF NOT EXISTS enrolment (
    person TEXT NOT NULL,
    course TEXT NOT NULL,
    began TEXT NOT NULL,
    finished TEXT,
    PRIMARY KEY (person, course)
) STRICT;

-- Every answer, in order. `correct`: 1 where it was the right one.
CREATE TABLE IF NOT EXISTS reply (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL,
    course TEXT NOT NULL,
    item TEXT NOT NULL,
    day TEXT NOT NULL,
    correct INTEGER NOT NULL CHECK (correct IN (0, 1))
) STRICT;
CREATE INDEX IF NOT EXISTS reply_of_person ON reply (person, course, id);
CREATE INDEX IF NOT EXISTS reply_to_course ON reply (course, item);

-- The holder's name is kept only as a digest with the code.
CREATE TABLE IF NOT EXISTS certificate (
    code TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    course TEXT NOT NULL,
    title TEXT NOT NULL,
    name_digest TEXT NOT NULL,
    issued TEXT NOT NULL,
    percent INTEGER NOT NULL,
    editions TEXT NOT NULL
) STRICT;
