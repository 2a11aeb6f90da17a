-- A session from a later program: a newer layout, kinds of events and fields that nobody knows yet.

CREATE TABLE events (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL, crc INTEGER, writer TEXT DEFAULT 'server');
CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sketches (id INTEGER PRIMARY KEY, body BLOB);
PRAGMA user_version = 9;
INSERT INTO events VALUES (1, 'session_started', CAST('{"type": "session_started","at_ms": 0,"session": "m7q2w9efgh","started_at": "2031-03-03T09:05:00+01:00","text": "# Slaap jij met muziek aan?\n\n- [ ] Ja\n- [ ] Nee\n\n---\n\n# Klaar\n","source": "/lessen/slaap","folder": "/lessen/slaap","label": "2B","room_code": "4271","orders": {},"media": {},"seats": "in rows"}' AS BLOB), 384854299, 'server');
INSERT INTO events VALUES (2, 'joined', CAST('{"type":"joined", "at_ms":1000, "participant":"p1", "name":"Ana", "token_hash":"hash of p1", "avatar":"owl"}' AS BLOB), 2432379295, 'server');
INSERT INTO events VALUES (3, 'grouped', CAST('{"type": "grouped","at_ms": 1500,"groups": [["p1"],["p2"]]}' AS BLOB), 1055457094, 'server');
INSERT INTO events VALUES (4, 'joined', CAST('{"type":"joined", "at_ms":2000, "participant":"p2", "name":"Bo", "token_hash":"hash of p2", "avatar":"fox"}' AS BLOB), 896817251, 'server');
INSERT INTO events VALUES (5, 'slide_shown', CAST('{"type": "slide_shown","at_ms": 3000,"slide": "s1","transition": {"kind": "fade","ms": 300}}' AS BLOB), 4153311381, 'server');
INSERT INTO events VALUES (6, 'question_asked', CAST('{"type":"question_asked", "at_ms":3000, "slide":"s1", "round":1, "time_ms":null, "points":10}' AS BLOB), 358909429, 'server');
INSERT INTO events VALUES (7, 'answered', CAST('{"type": "answered","at_ms": 4000,"participant": "p1","slide": "s1","round": 1,"revision": 1,"value": {"kind": "choice","options": [0]},"confidence": 0.8}' AS BLOB), 2136096899, 'server');
INSERT INTO events VALUES (8, 'answered', CAST('{"type":"answered", "at_ms":4500, "participant":"p2", "slide":"s1", "round":1, "revision":1, "value":{"kind":"drawing", "strokes":[[1, 2], [3, 4]]}}' AS BLOB), 2789784268, 'server');
INSERT INTO events VALUES (9, 'cheered', CAST('{"type": "cheered","at_ms": 5000,"participant": "p2","with": "🎉"}' AS BLOB), 2580377432, 'server');
INSERT INTO sketches VALUES (1, CAST('owl' AS BLOB));
INSERT INTO notes VALUES ('port', '8080');
INSERT INTO notes VALUES ('seating', 'rows');
