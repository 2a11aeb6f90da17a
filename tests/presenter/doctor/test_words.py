"""presenter/doctor/words.py: every sentence in every language, for every system, beside the presenter's own."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from presenter import words as presenter_words
from presenter.doctor.diagnosis import Cause, PhoneSays, Remedy
from presenter.doctor.words import CATALOGUE, Advice

NETWORK_WORDS = re.compile(
    r"\b(IP|DHCP|DNS|VLAN|subnet|SSID|TCP|websocket|NAT|gateway|protocol|interface|packet|isolat\w*)\b", re.IGNORECASE
)


def test_the_languages_have_the_same_sentences_with_the_same_parts() -> None:
    dutch, english = CATALOGUE["nl"], CATALOGUE["en"]
    assert dutch.keys() == english.keys()
    for name in dutch:
        assert parts(dutch[name]) == parts(english[name]), name


def test_no_sentence_of_the_presenter_is_said_otherwise() -> None:
    assert not CATALOGUE["nl"].keys() & presenter_words.CATALOGUE["nl"].keys()


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux", "freebsd14"])
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_whatever_can_be_wrong_and_whatever_helps_has_words(language: str, platform: str) -> None:
    advice = Advice(language, platform)
    names = [f"cause.{cause}" for cause in Cause] + [f"remedy.{remedy}" for remedy in Remedy]
    names += [f"phone.{says}" for says in PhoneSays if says]
    assert all(advice.advise(name) for name in names)


def test_each_system_is_told_its_own_way() -> None:
    told = {Advice("nl", platform).advise("remedy.hotspot") for platform in ("win32", "darwin", "linux")}
    assert len(told) == 3


def test_no_hotspot_is_promised_for_a_class() -> None:
    for language, refusal in (("nl", "hele klas niet"), ("en", "Do not count on it for a whole class")):
        hotspots = [text for name, text in CATALOGUE[language].items() if name.startswith("remedy.hotspot")]
        assert all(refusal in text for text in hotspots)


def test_a_teacher_need_know_no_network_words() -> None:
    for catalogue in CATALOGUE.values():
        for name, text in catalogue.items():
            if not name.startswith("it."):
                assert NETWORK_WORDS.search(text) is None, name


def parts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
