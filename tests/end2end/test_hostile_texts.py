"""A hundred texts that would do harm as markup: as names, words and answers, and in the lesson itself. On the pages of
phones and teacher they are text, or are refused in a sentence; nothing runs, opens or goes elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from lessons.markdown import escaped, plain
from polling import commands, wire
from polling.answers import Text, Words
from polling.names import label
from polling.typed import line
from tests.browser_phone import PATIENCE_MS, BrowserPhone
from tests.end2end.conftest import OpenPhone
from tests.hostile import HARM, TEXTS
from tests.polling_process import PollingProcess
from tests.wire_clients import WirePhone, WireTeacher

Start = Callable[..., PollingProcess]
LESSON = """---
title: Namen
language: nl
---

<!-- kind: wordweb
     max: 10 -->

# Welk woord?

---

<!-- kind: open -->

# Wat denk je?
"""
WEB, OPEN = "s1", "s2"


class Watched:
    """A page that is watched: what it runs, asks for, and complains about."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.told: list[str] = []
        self.asked: list[str] = []
        self.went: list[str] = []
        page.on("console", lambda message: self.told.append(message.text))
        page.on("dialog", lambda dialog: (self.went.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda popup: self.went.append(f"popup {popup.url}"))
        page.on("request", lambda request: self.asked.append(request.url))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => console.error(event.effectiveDirective))"
        )
        page.goto(url)
        page.on("framenavigated", lambda frame: self.went.append(frame.url))
        self._host = urlsplit(url).netloc

    def is_unharmed(self) -> None:
        """Nothing ran, nothing was asked of another, nothing was complained about, and no text became an element."""
        assert self.page.evaluate("window.__xss") is None
        assert self.went == []
        assert self.told == []
        assert {urlsplit(url).netloc for url in self.asked} == {self._host}
        strange = "script, style, img, iframe, object, embed, video, audio, base, link, meta, template, math, marquee"
        assert self.page.locator("#screen").locator(strange).count() == 0
        handlers = "[...document.querySelectorAll('#screen *')].flatMap((e) => e.getAttributeNames())"
        assert [name for name in self.page.evaluate(handlers) if name.startswith("on")] == []
        links = self.page.evaluate("[...document.links].map((link) => link.protocol)")
        assert set(links) <= {"http:", "https:"}


def started(start_polling: Start, folder: Path, text: str) -> PollingProcess:
    """A server with this lesson."""
    path = folder / "namen.md"
    path.write_text(text, "utf-8")
    return start_polling(path)


def goes_to(teacher: WireTeacher, slide: str) -> None:
    """Go to a slide, and wait until it is there."""
    teacher.does(commands.GoTo(slide))
    teacher.sees(lambda position: position.slide == slide)


def comes_in(join_url: str, name: str) -> WirePhone:
    """A phone that is in under this name, also when it looks like another's."""
    phone = WirePhone(join_url, name)
    if isinstance(phone.waits_for((wire.Welcome, wire.Taken)), wire.Taken):
        phone.say(wire.Hello(proto=wire.PROTOCOL, room_code=phone.room_code, name=name, again="other"))
    assert phone.welcome
    return phone


@pytest.mark.timeout(300)
def test_hostile_names_words_and_answers_are_text_for_the_teacher(
    start_polling: Start, tmp_path: Path, open_phone: OpenPhone, pictures: Path
) -> None:
    server = started(start_polling, tmp_path, LESSON)
    remote = Watched(open_phone("about:blank"), server.teacher_url)
    teacher = WireTeacher(server.teacher_url)
    goes_to(teacher, WEB)
    phones = [comes_in(server.join_url, text) for text in TEXTS]
    names = [phone.welcome.name for phone in phones]
    assert all(name.startswith(label(text, set())[:12]) for name, text in zip(names, TEXTS, strict=True))
    people = remote.page.locator("details", has_text="leerlingen").first
    expect(people.locator("li")).to_have_count(len(TEXTS), timeout=PATIENCE_MS)
    assert sorted(people.locator("bdi").all_text_contents()) == sorted(names)

    refused = 0
    for phone, text in zip(phones, TEXTS, strict=True):
        sent = phone.answers(Words((text,)))
        if len(line(text)) <= 30:
            phone.is_stored(sent)
        else:
            assert phone.waits_for(wire.RefusedMessage).code == "word_too_long"
            refused += 1
    assert 0 < refused < len(TEXTS)
    told = teacher.waits_for(wire.WordsPart, lambda part: part.participants == len(TEXTS) - refused)
    shown = {word.text for word in told.words}
    expect(remote.page.locator(".chip")).to_have_count(len(shown), timeout=PATIENCE_MS)
    assert set(remote.page.locator(".chip bdi").all_text_contents()) == shown

    goes_to(teacher, OPEN)
    for phone, text in zip(phones, TEXTS, strict=True):
        phone.sees(lambda state: state.question is not None and state.question.slide == OPEN)
        phone.is_stored(phone.answers(Text(text)))
    expect(remote.page.locator(".texts .text")).to_have_count(len(TEXTS), timeout=PATIENCE_MS)
    assert set(remote.page.locator(".texts .text").all_text_contents()) == {line(text) for text in TEXTS}
    remote.page.screenshot(path=pictures / "teacher-hostile.png")
    remote.is_unharmed()


@pytest.mark.timeout(300)
def test_hostile_texts_typed_on_a_phone_stay_text(
    start_polling: Start, tmp_path: Path, open_phone: OpenPhone, pictures: Path
) -> None:
    server = started(start_polling, tmp_path, LESSON)
    teacher = WireTeacher(server.teacher_url)
    watched = Watched(open_phone("about:blank"), server.join_url)
    page = watched.page
    phone = BrowserPhone(page)
    page.get_by_label("Hoe heet je?").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Doe mee").click()
    phone.sees("Je doet mee, <img src=x onerror=a")
    goes_to(teacher, WEB)
    field = page.get_by_placeholder("Typ een woord")
    for text in TEXTS:
        before = page.locator("li.word").count()
        field.fill(text.replace(",", ";"))
        field.press("Enter")
        if page.locator("li.word").count() == before:
            expect(page.locator(".status")).to_contain_text("te lang")
            continue
        expect(page.locator("li.word.stored .text").last).to_have_text(line(text.replace(",", ";")))
        page.locator("li.word button.away").last.click()
        expect(page.locator("li.word")).to_have_count(0)
    goes_to(teacher, OPEN)
    for text in TEXTS:
        phone.writes(text)
        expect(page.get_by_placeholder("Typ je antwoord")).to_have_value(text)
    teacher.does(commands.Close())
    expect(page.locator("p.own")).to_have_text(line(TEXTS[-1]))
    page.screenshot(path=pictures / "phone-hostile.png")
    watched.is_unharmed()


PICTURES = (
    "javascript:window.__xss=1",
    "data:image/svg+xml,<svg/onload=window.__xss=1>",
    "//10.0.0.66/x.png",
    "../../x.png",
)
LINKS = (
    "javascript:window.__xss=1",
    "JAVASCRIPT:window.__xss=1",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
)


def hostile_lesson() -> str:
    """A lesson whose every text is hostile: a slide that shows them as they are, and questions that quote them."""
    raw = "\n\n".join(TEXTS)
    links = " ".join(f"[klik]({target}) <{target}> " for target in (*LINKS, "https://example.org/kaart"))
    shown = "\n\n".join(f"![x]({target})" for target in PICTURES)
    questions = [
        f"<!-- kind: poll -->\n\n# {escaped(group[0])}\n\n![{escaped(group[0])}]({PICTURES[0]})\n\n"
        + "".join(f"- [ ] {escaped(text)}\n" for text in group)
        for group in groups()
    ]
    head = f"---\ntitle: {escaped(TEXTS[4])}\nlanguage: nl\n---\n\n<!-- share: yes -->\n\n# {TEXTS[10]}\n\n"
    body = f"{links}\n\n{shown}\n\n{raw}\n\n"
    return head + body + "".join(f"\n---\n\n{each}" for each in questions)


def groups() -> list[tuple[str, ...]]:
    """The texts, as many as a question has options at a time."""
    return [TEXTS[first : first + 6] for first in range(0, len(TEXTS), 6)]


@pytest.mark.timeout(300)
def test_a_hostile_lesson_is_text_on_both_pages(
    start_polling: Start, tmp_path: Path, open_phone: OpenPhone, pictures: Path
) -> None:
    server = started(start_polling, tmp_path, hostile_lesson())
    teacher = WireTeacher(server.teacher_url)
    slides = [each.id for each in teacher.waits_for(wire.LessonPart).outline]
    assert len(slides) == len(groups()) + 1
    phone = Watched(open_phone("about:blank"), server.join_url)
    remote = Watched(open_phone("about:blank"), server.teacher_url)
    BrowserPhone(phone.page).joins("Amira")
    goes_to(teacher, slides[0])
    expect(phone.page.locator(".links a")).not_to_have_count(0, timeout=PATIENCE_MS)
    targets = {link.get_attribute("href") for link in phone.page.locator(".links a").all()}
    assert targets == {"https://example.org/kaart", "http://10.0.0.66"}
    for each in (phone, remote):
        expect(each.page.locator("header .lesson")).to_have_text(TEXTS[4], timeout=PATIENCE_MS)
    expect(phone.page.locator(".shared p")).not_to_have_count(0)
    phone.page.screenshot(path=pictures / "phone-hostile-lesson.png")
    for slide, texts in zip(slides[1:], groups(), strict=True):
        goes_to(teacher, slide)
        shown = [plain(escaped(text)) for text in texts]
        expect(phone.page.locator("button.option .text")).to_have_text(shown, timeout=PATIENCE_MS)
        expect(phone.page.locator(".ask h1")).to_have_text(shown[0])
        expect(remote.page.locator(".result .said span[dir]")).to_have_text(shown, timeout=PATIENCE_MS)
    for each in (phone, remote):
        each.is_unharmed()


def test_a_script_in_the_page_would_be_refused_and_heard(
    start_polling: Start, tmp_path: Path, open_phone: OpenPhone
) -> None:
    """The control: harm that does reach a page is stopped by its policy, and these tests would notice it."""
    server = started(start_polling, tmp_path, LESSON)
    page = open_phone("about:blank")

    def with_a_script(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("<body>", f"<body><script>{HARM}</script><img src=x onerror={HARM}>")
        assert HARM in body
        route.fulfill(response=answer, body=body)

    page.route(server.join_url, with_a_script)
    watched = Watched(page, server.join_url)
    expect(page.locator(".status")).to_be_attached(timeout=PATIENCE_MS)
    assert {"script-src-elem", "script-src-attr"} <= set(watched.told)
    assert page.evaluate("window.__xss") is None
    made = "try { document.body.innerHTML = '<p>'; 'made' } catch (refusal) { refusal.name }"
    assert page.evaluate(made) == "TypeError"
    with pytest.raises(AssertionError):
        watched.is_unharmed()
