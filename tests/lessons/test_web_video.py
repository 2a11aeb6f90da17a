"""lessons/web_video.py: which film an address names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.web_video import WebVideo, youtube

ID = "dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("address", "start_s"),
    [
        (f"https://www.youtube.com/watch?v={ID}", 0),
        (f"https://youtube.com/watch?list=PL1&v={ID}&t=90", 90),
        (f"https://m.youtube.com/watch?v={ID}&t=1m30s", 90),
        (f"https://music.youtube.com/watch?v={ID}", 0),
        (f"https://youtu.be/{ID}", 0),
        (f"https://youtu.be/{ID}?si=abc&t=15", 15),
        (f"https://youtu.be/{ID}/?t=1h2m3s", 3723),
        (f"https://www.youtube.com/embed/{ID}?start=12", 12),
        (f"https://www.youtube-nocookie.com/embed/{ID}", 0),
        (f"https://www.youtube.com/shorts/{ID}", 0),
        (f"https://www.youtube.com/live/{ID}?t=soon", 0),
        (f"https://WWW.YouTube.com/v/{ID}", 0),
    ],
)
def test_an_address_names_a_film_and_a_moment(address: str, start_s: float) -> None:
    assert youtube(address) == WebVideo(ID, start_s)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "media/film.mp4",
        f"http://www.youtube.com/watch?v={ID}",
        "https://www.youtube.com/",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/watch?v=",
        "https://www.youtube.com/watch?v=../../evil",
        "https://www.youtube.com/playlist?list=PL1",
        f"https://www.youtube.com/channel/{ID}",
        f"https://youtu.be/{ID}/more",
        f"https://youtube.com.evil.example/watch?v={ID}",
        f"https://evil.example/watch?v={ID}",
        "https://vimeo.com/123456789",
        f"https://user@youtube.com/watch?v={ID}",
        "https://www.youtube.com/watch?" + "&".join(["v=a"] * 40),
    ],
)
def test_any_other_address_names_none(address: str) -> None:
    assert youtube(address) is None


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    youtube(text)
    found = youtube(f"https://youtu.be/{text}")
    assert found is None or found.id in text
