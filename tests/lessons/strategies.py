"""Lessons that machines think of: models full of Markdown's signs and hostile Unicode."""

from __future__ import annotations

from hypothesis import strategies as st

from lessons.model import Kind, Layout, Lesson, Media, MediaKind, Option, Settings, Slide, TimerMode

SIGNS = st.sampled_from(
    [
        *"#*_`~[]()<>!|\\-+=:;.\"'&%$@^{}/ \n\t\r\0",
        *("---", "```", "~~~", "<!--", "-->", "--&gt;", "--&amp;gt;", "- [ ] x", "- [x] y", "> q", "# kop", "## kop?"),
        *(
            "1. een",
            "2) twee",
            "![a](media/a.png)",
            "![v](media/v.mp4)",
            "![y](https://youtu.be/x)",
            "[l](https://a.nl)",
        ),
        *(
            "<script>",
            "<div>",
            "</div>",
            "<?",
            "<![CDATA[",
            "<pre>",
            "| a |",
            "|---|",
            "===",
            "***",
            "    ",
            "\n\n",
            "\r\n",
        ),
        *(
            "time: 30",
            "notes:",
            "kind: quiz",
            "title: x",
            "\u2028",
            "\x85",
            "\xa0",
            "\ufeff",
            "\u202e",
            "\u200b",
            "é",
            "🙂",
        ),
        *("&amp;", "&#x41;", "https://b.nl", "[a]: https://c.nl", "Wat?", "\\", "\\\\", "\\\n"),
    ]
)
LINES = st.lists(st.one_of(SIGNS, st.text(max_size=4)), max_size=4).map("".join)
HOSTILE = st.one_of(SIGNS, st.lists(LINES, max_size=5).map("\n".join), st.lists(LINES, max_size=3).map("".join))
SAFE_TARGETS = st.sampled_from(
    ["media/a.png", "media/de zee (1).png", "media/100%.jpg", "media/é&amp;.png", "https://a.nl/b.png?x=1&copy;=2"]
)
PICTURES = st.builds(Media, kind=st.just(MediaKind.PICTURE), target=SAFE_TARGETS, alt=HOSTILE)
OPTIONS = st.builds(
    Option, text=HOSTILE, right=st.sampled_from([None, True, False]), feedback=HOSTILE, picture=st.none() | PICTURES
)
SECONDS = st.none() | st.integers(0, 90000) | st.floats()
SETTINGS = st.builds(
    Settings,
    time_s=SECONDS,
    timer_s=SECONDS,
    timer_mode=st.sampled_from(TimerMode),
    asks_by_key=st.booleans(),
    live=st.sampled_from([None, True, False]),
    points=st.integers(-1, 3),
    multi=st.sampled_from([None, True, False]),
    accepted=st.lists(HOSTILE, max_size=3).map(tuple),
    max_words=st.integers(0, 12),
    centre=HOSTILE,
    start_s=SECONDS,
    end_s=SECONDS,
    subtitles=st.sampled_from(["", "media/a.vtt", "../a.vtt"]),
    poster=st.sampled_from(["", "https://a.nl/p.png", "/etc/p"]),
    layout=st.sampled_from(Layout),
    hidden=st.booleans(),
    section=HOSTILE,
)
SLIDES = st.builds(
    Slide,
    id=st.sampled_from(["", "k3f9", "a b"]),
    kind=st.sampled_from(Kind),
    title=HOSTILE,
    body=HOSTILE,
    question=HOSTILE,
    options=st.lists(OPTIONS, max_size=4).map(tuple),
    explanation=HOSTILE,
    notes=HOSTILE,
    media=st.lists(PICTURES, max_size=1).map(tuple),
    settings=st.just(Settings()) | SETTINGS,
)
LESSONS = st.builds(
    Lesson,
    id=HOSTILE,
    title=HOSTILE,
    subject=HOSTILE,
    level=HOSTILE,
    year=HOSTILE,
    duration_min=st.none() | st.integers(-1, 10000),
    language=st.sampled_from(["nl", "en", ""]),
    description=HOSTILE,
    tags=st.lists(HOSTILE, max_size=3).map(tuple),
    extra=st.lists(st.tuples(HOSTILE, HOSTILE), max_size=2).map(tuple),
    slides=st.lists(SLIDES, max_size=3).map(tuple),
)
