"""Counts a session file again, from its rows alone: sqlite3 and json, nothing of Klassikaal. Not fast, only plain."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

Key = tuple[str, int]
"""A slide and a round."""


class Recount:
    """What stands in a session file. `answers` holds for each question and round who answered what: the answer with
    the highest revision, as (revision, value); `last_ms` is the latest room time; `faults` says what must never be in
    such a file."""

    def __init__(self, path: Path) -> None:
        with sqlite3.connect(path, timeout=10) as file:
            self.integrity: str = file.execute("PRAGMA integrity_check").fetchone()[0]
            rows = [json.loads(body) for (body,) in file.execute("SELECT body FROM events ORDER BY seq")]
        file.close()
        self.last_ms: int = max(row["at_ms"] for row in rows)
        self.participants: dict[str, str] = {}
        self.answers: dict[Key, dict[str, tuple[int, Any]]] = {}
        self.faults: list[str] = [] if self.integrity == "ok" else [self.integrity]
        seen: Counter[tuple[str, str, int, int]] = Counter()
        for row in rows:
            if row["type"] == "joined":
                self.participants[row["participant"]] = row["name"]
            if row["type"] == "answered":
                seen[row["participant"], row["slide"], row["round"], row["revision"]] += 1
                kept = self.answers.setdefault((row["slide"], row["round"]), {})
                if row["revision"] >= kept.get(row["participant"], (0, None))[0]:
                    kept[row["participant"]] = (row["revision"], row["value"])
        self.faults += [f"stored {count} times: {what}" for what, count in seen.items() if count > 1]
        self.faults += [f"a stranger answered: {who}" for who, *_ in seen if who not in self.participants]

    def counts(self, key: Key, options: int) -> list[int]:
        """How often each option was chosen."""
        chosen = Counter(place for _, value in self.answers.get(key, {}).values() for place in value["options"])
        return [chosen[place] for place in range(options)]

    def differs_from(self, results: dict[str, Any]) -> list[str]:
        """Where the printed results of the session say something else."""
        told: dict[Key, dict[str, tuple[int, Any]]] = {}
        wrong: list[str] = []
        for question in results["questions"]:
            for asked in question["rounds"]:
                key = (question["slide"], asked["round"])
                if asked["answers"]:
                    told[key] = {each["participant"]: (each["revision"], each["value"]) for each in asked["answers"]}
                if asked["counts"] != self.counts(key, len(question["options"])):
                    wrong.append(f"{key}: {asked['counts']} told, {self.counts(key, len(question['options']))} stored")
        if told != self.answers:
            wrong.append("the answers told are not those stored")
        return wrong
