"""The normaliser of what people type."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from polling.typed import JOINERS, cut, line, lines, says_something, skeleton

TABLE = json.loads((Path(__file__).parent / "phone" / "typed.json").read_text("utf-8"))
"""What is typed and what is left of it; the phone's own tests read the same table."""

NASTY = st.sampled_from(
    "\u200d\u200c\ufe0f\u20e3\u0301\u0323\u094d\u3164\u202e\U0001f3fb\ufdfa\U0001f1f3\U0001f3f4\U000e0067\U000e007f"
    "👩❤\u0e47क1a \n´¨"
)
TYPED = st.one_of(st.text(), st.lists(st.one_of(NASTY, st.characters())).map("".join))


@given(TYPED)
@example("a\u0300\u0301\u0302\u0303")
@example("\u1100\u200d\u1161")
@example("\ufdfa" * 60 + "\n\ufdfa")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert line(line(text)) == line(text)
    assert lines(lines(text)) == lines(text)


@given(TYPED)
def test_nothing_invisible_or_turning_remains(text: str) -> None:
    cleaned = line(text)
    for character in cleaned:
        is_coming_emoji = "\U0001f000" <= character <= "\U0001faff"
        is_of_flag = "\U000e0020" <= character <= "\U000e007f" and "\U0001f3f4" in cleaned
        is_plain = unicodedata.category(character)[0] != "C" and unicodedata.bidirectional(character) != "BN"
        assert is_plain or is_coming_emoji or is_of_flag or character in JOINERS + "\ufe0f"


@pytest.mark.parametrize(("typed", "clean", "_says"), TABLE, ids=[ascii(row[0])[:40] for row in TABLE])
def test_a_line_is_clean(typed: str, clean: str, _says: bool) -> None:
    assert line(typed) == clean


@pytest.mark.parametrize(("typed", "clean", "says"), TABLE, ids=[ascii(row[0])[:40] for row in TABLE])
def test_a_line_says_something_when_there_is_anything_to_read(typed: str, clean: str, says: bool) -> None:
    assert says_something(line(typed)) is says


@pytest.mark.parametrize(
    "name",
    [
        "Zoë",
        "Nguyễn Thị Hồng",
        "Łukasz Ødegård",
        "عبد الله",
        "مُحَمَّد",
        "שרה",
        "שָׂרָה",
        "श्री पहाड़ों",
        "ශ්\u200dරී",
        "น้ำฝน".replace("\u0e33", "\u0e4d\u0e32"),
        "မြွှေ",
        "བསྒྲུབས",
        "王小明",
        "さくら ガク",
        "김민준",
        "Ærø 🇳🇱",
        "👍🏽",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "👨\u200d👩\u200d👧\u200d👦",
        "🧑🏻\u200d❤\ufe0f\u200d💋\u200d🧑🏿",
        "❤\ufe0f 1\ufe0f\u20e3",
        "\U0001fae8 \U0001fae9",
    ],
)
def test_a_name_in_any_script_and_an_emoji_stay_as_they_are(name: str) -> None:
    assert line(name) == name
    assert cut(name, len(name)) == name


@given(TYPED, st.integers(0, 30))
@example("👨\u200d👩\u200d👧\u200d👦", 6)
@example("🇳🇱🇧🇪", 3)
@example("e\u0323\u0301", 2)
def test_a_cut_line_is_still_clean_and_short(text: str, most: int) -> None:
    cleaned = line(text)
    short = cut(cleaned, most)
    assert cleaned.startswith(short)
    assert len(short) <= most
    assert line(short) == short


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Maximiliaan", 4, "Maxi"),
        ("Max de Vries", 4, "Max"),
        ("ab👨\u200d👩\u200d👧\u200d👦", 8, "ab"),
        ("ab👨\u200d👩\u200d👧\u200d👦", 9, "ab👨\u200d👩\u200d👧\u200d👦"),
        ("👍🏽👍🏽", 3, "👍🏽"),
        ("🇳🇱🇧🇪", 3, "🇳🇱"),
        ("ab1\ufe0f\u20e3", 4, "ab"),
        ("श्री", 3, "श्"),
        ("ශ්\u200dරී", 3, "ශ්"),
    ],
)
def test_a_cut_splits_nothing_that_is_seen_as_one(text: str, most: int, kept: str) -> None:
    assert cut(text, most) == kept


@given(TYPED)
def test_no_letter_bears_a_tower(text: str) -> None:
    height = 0
    for character in line(text):
        height = height + 1 if unicodedata.category(character) in ("Mn", "Me") and character != "\ufe0f" else 0
        assert height <= 5


def test_a_text_that_grows_has_an_end() -> None:
    assert len(line("\ufdfa" * 8000)) <= 1000
    assert len(lines("\ufdfa\n" * 4000)) <= 1000


def test_own_line_breaks_stay_but_not_a_wall_of_them() -> None:
    assert lines("\n een\r\n\n\n\ntwee \n") == "een\n\ntwee"


@pytest.mark.parametrize(
    ("text", "says"),
    [("", False), ("...", False), ("a", True), ("7", True), ("🙂", True), ("\U0001fae8", True), ("€", True)],
)
def test_what_says_something(text: str, says: bool) -> None:
    assert says_something(text) is says


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zoë", "zoe"), ("STRASSE", "straße"), ("Ｉ", "i"), ("é", "e\u0301"), ("مُحَمَّد", "محمد"), ("❤\ufe0f", "❤")],
)
def test_case_and_accents_fold_away(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("กิน", "กน"), ("कु", "क"), ("Jan", "J\u0430n")])
def test_marks_that_make_another_letter_and_letters_of_another_script_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)
