"""presenter/console/person_menu.py: what can be done with a student."""

from __future__ import annotations

import pytest

from polling.commands import CoverName, GiveTime, Readmit, Remove
from polling.presence import Status
from polling.wire import ParticipantView
from presenter.console.person_menu import RenameWish, person_choices
from presenter.words import Words

ANA = ParticipantView(id="p1", name="Ana", number=7, status=Status.HERE, has_answered=False)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "nl",
            [
                "Hernoem …",
                "Toon als Leerling 7",
                "Extra tijd bij vragen: × 1,25",
                "Extra tijd bij vragen: × 1,5",
                "Geen tijdslimiet bij vragen",
                "Haal uit de les",
                "Blokkeer (telefoon komt niet meer terug)",
            ],
        ),
        (
            "en",
            [
                "Rename …",
                "Show as Student 7",
                "Extra time for questions: × 1.25",
                "Extra time for questions: × 1.5",
                "No time limit for questions",
                "Take out of the lesson",
                "Block (the phone cannot come back)",
            ],
        ),
    ],
)
def test_who_is_in_can_be_renamed_covered_and_taken_out(language: str, texts: list[str]) -> None:
    choices = person_choices(ANA, Words(language))
    assert [text for text, _ in choices] == texts
    assert [deed for _, deed in choices] == [
        RenameWish("p1"),
        CoverName("p1", True),
        GiveTime("p1", 125),
        GiveTime("p1", 150),
        GiveTime("p1", 0),
        Remove("p1"),
        Remove("p1", block=True),
    ]


@pytest.mark.parametrize("standing", ["removed", "blocked"])
def test_who_is_out_can_only_be_let_in_again(standing: str) -> None:
    out = ParticipantView(
        id="p1", name="Ana", number=7, status=Status.GONE, has_answered=False, standing=standing  # type: ignore[arg-type]
    )  # fmt: skip
    assert person_choices(out, Words("nl")) == [("Laat weer toe", Readmit("p1"))]
