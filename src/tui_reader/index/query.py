"""Every question the store is asked, in SQL. Each takes a limit or ends by itself, and each plan is tested."""

SQL = {
    "stories after": "SELECT * FROM stories WHERE place > ? ORDER BY place LIMIT ?",
    "stories before": "SELECT * FROM stories WHERE place < ? ORDER BY place DESC LIMIT ?",
    "story": "SELECT * FROM stories WHERE id = ?",
    "story at": "SELECT * FROM stories WHERE place = ?",
    "stories of source": "SELECT * FROM stories WHERE place >= ? AND place < ? ORDER BY place LIMIT ?",
    "body": "SELECT id, body FROM stories CROSS JOIN bodies USING (place) WHERE stories.place = ?",
    "stories of date": "SELECT * FROM stories WHERE date = ? AND place > ? ORDER BY date, place LIMIT ?",
    "stories of earlier dates": "SELECT * FROM stories WHERE date < ? ORDER BY date DESC, place LIMIT ?",
    "stamp": "SELECT path, size, modified, digest, place, stories, problem FROM sources WHERE path = ?",
    "stamps": "SELECT path, size, modified, digest FROM sources WHERE path > ? ORDER BY path LIMIT ?",
    "problems": "SELECT path, problem, place FROM sources WHERE place > ? AND problem <> '' ORDER BY place LIMIT ?",
    "source at": "SELECT path, place FROM sources WHERE place <= ? ORDER BY place DESC LIMIT 1",
    "figures after": "SELECT place FROM stories WHERE place > ? AND figures > 0 ORDER BY place LIMIT 1",
    "figures before": "SELECT place FROM stories WHERE place < ? AND figures > 0 ORDER BY place DESC LIMIT 1",
    "members": "SELECT id FROM names WHERE root = ?",
    "root": "SELECT root, reason FROM names WHERE id = ?",
    "entity": "SELECT id, name, kind, mentions, stories FROM names WHERE id = ?",
    "entities": (
        "SELECT id, name, kind, mentions, stories FROM names WHERE root = id AND mentions > 0 "
        "AND (mentions < ?1 OR (mentions = ?1 AND id > ?2)) ORDER BY mentions DESC, id LIMIT ?3"
    ),
    "entity count": "SELECT count(*) FROM names WHERE root = id AND mentions > 0",
    "forms": "SELECT written, mentions FROM forms WHERE name = ?",
    "mention after": (
        "SELECT story, start, length FROM mentions WHERE name = ? AND (story, start) > (?, ?) "
        "ORDER BY story, start LIMIT ?"
    ),
    "mention before": (
        "SELECT story, start, length FROM mentions WHERE name = ? AND (story, start) < (?, ?) "
        "ORDER BY story DESC, start DESC LIMIT ?"
    ),
    "stories of mentions": "SELECT story FROM mentions WHERE name = ? LIMIT ?",
    "mentions between": (
        "SELECT count(*) FROM (SELECT 1 FROM mentions WHERE name = ? AND story >= ? AND story < ? LIMIT ?)"
    ),
    "mentions in story": "SELECT story, start, length FROM mentions WHERE name = ? AND story = ? ORDER BY start",
    "stories naming": (
        "SELECT story, count(*) FROM mentions WHERE name = ? AND story > ? GROUP BY story ORDER BY story LIMIT ?"
    ),
    "mentions up to": (
        "SELECT count(*) FROM (SELECT 1 FROM mentions WHERE name = ? AND (story, start) <= (?, ?) LIMIT ?)"
    ),
    "stories holding": "SELECT rowid FROM words WHERE words MATCH ? AND rowid > ? AND rowid <= ? ORDER BY rowid",
    "words begun": "SELECT word, first FROM vocabulary WHERE word > ? AND word < ? ORDER BY word LIMIT ?",
    "last place": "SELECT max(place) FROM stories",
    "stretches": "SELECT stretch, stories FROM stretches ORDER BY stretch",
    "sources in stretch": "SELECT place, stories FROM sources WHERE place >= ? AND place < ? ORDER BY place",
    "days": "SELECT date, stories FROM days ORDER BY date DESC",
    "date at": "SELECT place FROM stories WHERE date = ? ORDER BY place LIMIT 1 OFFSET ?",
    "date before": "SELECT count(*) FROM stories WHERE date = ? AND place < ?",
    "unlisted": "SELECT form FROM unlisted LIMIT ?",
    "listed": "DELETE FROM unlisted WHERE form IN (SELECT value FROM json_each(?))",
    "forms to list": (
        "SELECT forms.id, written, mentions FROM json_each(?) CROSS JOIN forms ON forms.id = json_each.value"
    ),
    "forms by number": (
        "SELECT forms.id, written FROM json_each(?) CROSS JOIN forms ON forms.id = json_each.value"
    ),
    "owners of forms": (
        "SELECT forms.id, owner.id, written, owner.mentions "
        "FROM json_each(?) CROSS JOIN forms ON forms.id = json_each.value "
        "CROSS JOIN names ON names.id = forms.name CROSS JOIN names AS owner ON owner.id = names.root"
    ),
}  # fmt: skip
"""By what they give."""

LIST_ALL_ANEW = "INSERT OR IGNORE INTO unlisted SELECT id FROM forms"
"""For a catalogue that is made anew; scans, but no reader waits for it."""
