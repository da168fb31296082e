"""What people do in the application and what is kept of it: conversations, judgements, courses, progress.

In: the id of a person (never a name or an address) and what they did. Out: the same, to that person alone;
what concerns everyone goes to the administrator without its person. All of it lies in one SQLite file beside
the library, `people.sqlite`, which an ingest never touches: `database` opens it, `schema/*.sql` holds the
tables, a file for each store. No page is drawn here (`ui`), and no question is answered (`answers`).
"""
