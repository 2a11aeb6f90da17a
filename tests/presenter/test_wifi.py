"""The code of a wifi, read back by a parser that shares nothing with us."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presenter.wifi import code, is_possible

NASTY = st.text(st.sampled_from('\\\\;,:"abcé☂WIFISTP '), min_size=1)


def read(text: str) -> dict[str, str]:
    """Fields of a WIFI code, one character at a time: a backslash makes the next one ordinary."""
    assert text.startswith("WIFI:")
    fields: dict[str, str] = {}
    name, value, is_value, is_escaped = "", "", False, False
    for character in text[5:]:
        if is_escaped or character not in "\\:;":
            name, value = (name, value + character) if is_value else (name + character, value)
            is_escaped = False
        elif character == "\\":
            is_escaped = True
        elif character == ":":
            is_value = True
        elif name:
            fields[name] = value
            name, value, is_value = "", "", False
        else:
            return fields
    raise AssertionError("the code has no end")


@given(NASTY, NASTY)
def test_name_and_password_come_back_as_they_are(name: str, password: str) -> None:
    assert read(code(name, password)) == {"T": "WPA", "S": name, "P": password}


def test_every_special_sign_is_escaped() -> None:
    assert code('a\\b;c,d:e"f', "geheim12") == 'WIFI:T:WPA;S:a\\\\b\\;c\\,d\\:e\\"f;P:geheim12;;'


def test_a_wifi_without_a_password_is_open_and_none_is_nothing() -> None:
    assert read(code("Gast", "")) == {"T": "nopass", "S": "Gast"}
    assert code("", "") == code("", "geheim12") == ""


@pytest.mark.parametrize(
    ("name", "password", "possible"),
    [
        ("School", "geheim12", True),
        ("School", "", True),
        ("", "", True),
        ("", "geheim12", False),
        ("School", "kort", False),
        ("School", "x" * 64, False),
        ("x" * 33, "", False),
        ("é" * 16, "", True),
        ("é" * 17, "", False),
        ("a\nb", "", False),
        ("School", "geheim\t12", False),
    ],
)
def test_what_no_wifi_can_have_is_known(name: str, password: str, possible: bool) -> None:
    assert is_possible(name, password) is possible
