"""The server over real sockets: who may come in, what is told, and when."""

from __future__ import annotations

import asyncio
import http.client
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from polling import commands, wire
from polling.answers import Choice
from polling.commands import Cover
from polling.results import results
from polling.server import CannotListen, PollingServer
from tests.polling.conftest import RunningServer
from tests.wire_clients import WirePhone, WireTeacher


def get(url: str, path: str, method: str = "GET", host: str | None = None) -> http.client.HTTPResponse:
    netloc = urlsplit(url).netloc
    connection = http.client.HTTPConnection(netloc, timeout=10)
    connection.request(method, path, headers={"Host": host or netloc})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.fixture
def teacher(running_server: RunningServer) -> WireTeacher:
    return WireTeacher(running_server.teacher_url)


def test_a_phone_joins_answers_and_is_acknowledged(running_server: RunningServer, teacher: WireTeacher) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    assert ana.welcome.name == "Ana"
    assert ana.state.view == "lobby"
    teacher.does(commands.GoTo("s2"))
    ana.sees(lambda state: state.view == "question")
    ana.chooses("B")
    tally = teacher.waits_for(wire.TallyPart, lambda part: part.answered == 1)
    assert (tally.counts, tally.expected) == ((0, 1, 0), 1)
    roster = teacher.waits_for(wire.RosterPart, lambda part: any(each.has_answered for each in part.participants))
    assert roster.participants[0].name == "Ana"


def test_a_phone_without_a_name_is_greeted_and_asked_for_one(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url)
    greeting = phone.waits_for(wire.Greeting)
    assert greeting.lesson == "Geluid"
    phone.say(wire.Hello(proto=1, room_code=phone.room_code, name="Bo"))
    assert phone.welcome.name == "Bo"


def test_the_wrong_room_code_stays_outside(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url, "Ana", room_code="0000")
    assert phone.waits_for(wire.RefusedMessage).code == "room_code"


def test_an_old_page_is_told_so(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url, "Ana")
    phone.say(wire.Hello(proto=99, name="Ana"))
    assert phone.waits_for(wire.RefusedMessage).code == "old_page"


def test_a_token_brings_the_same_person_back_with_their_answers(
    running_server: RunningServer, teacher: WireTeacher
) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    teacher.does(commands.GoTo("s3"))
    ana.sees(lambda state: state.view == "question")
    ana.chooses("A")
    ana.closes()
    teacher.waits_for(wire.RosterPart, lambda part: part.here == 0 and len(part.participants) == 1)
    back = WirePhone(running_server.join_url, token=ana.welcome.token, room_code="")
    assert back.welcome.participant == ana.welcome.participant
    assert [(each.slide, each.value) for each in back.welcome.answers] == [("s3", Choice((0,)))]
    assert back.state.view == "question"


def test_a_second_tab_takes_over_and_the_first_is_told(running_server: RunningServer, teacher: WireTeacher) -> None:
    first = WirePhone(running_server.join_url, "Ana")
    second = WirePhone(running_server.join_url, token=first.welcome.token)
    assert second.welcome.participant == first.welcome.participant
    assert first.waits_for(wire.Bye).reason == "taken_over"
    first.waits_to_be_closed()
    roster = teacher.waits_for(wire.RosterPart, lambda part: part.here == 1)
    assert len(roster.participants) == 1


def test_an_answer_that_cannot_count_says_why_and_which(running_server: RunningServer, teacher: WireTeacher) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    teacher.does(commands.GoTo("s2"))
    ana.sees(lambda state: state.view == "question")
    sent = ana.answers(Choice((7,)))
    refused = ana.waits_for(wire.RefusedMessage)
    assert (refused.code, refused.slide, refused.revision) == ("bad_value", "s2", sent.revision)


def test_a_phone_that_has_not_joined_cannot_answer(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url)
    phone.waits_for(wire.Greeting)
    phone.say(wire.AnswerSent(slide="s2", round=1, revision=1, value=Choice((0,))))
    assert phone.waits_for(wire.RefusedMessage).code == "not_joined"


def test_heartbeats_come_back_with_the_room_time(running_server: RunningServer, teacher: WireTeacher) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    for client in (ana, teacher):
        client.say(wire.Heartbeat(sent_ms=12.5))
        assert client.waits_for(wire.HeartbeatBack).sent_ms == 12.5


def test_a_teacher_screen_gets_every_part_at_once(running_server: RunningServer, teacher: WireTeacher) -> None:
    assert teacher.waits_for(wire.LessonPart).title == "Geluid"
    assert teacher.position.next == "begin"
    assert teacher.waits_for(wire.RosterPart).here == 0
    address = teacher.waits_for(wire.AddressPart)
    assert address.join_url == running_server.join_url
    assert address.teacher_url == running_server.teacher_url.partition("#")[0]


def test_a_wrong_key_is_refused(running_server: RunningServer) -> None:
    stranger = WireTeacher(running_server.teacher_url, key="guess")
    assert stranger.waits_for(wire.RefusedMessage).code == "wrong_key"
    stranger.waits_to_be_closed()


def test_a_refused_command_comes_back_to_its_screen_only(running_server: RunningServer, teacher: WireTeacher) -> None:
    other = WireTeacher(running_server.teacher_url)
    other.waits_for(wire.RosterPart)
    teacher.does(commands.Back())
    assert teacher.waits_for(wire.RefusedMessage).code == "not_now"
    assert other.last(wire.RefusedMessage) is None


@pytest.mark.parametrize("frame", ["{}", "[]", "\x00", '{"type":"next"}', b"\xff"])
def test_a_phone_that_talks_nonsense_is_closed(running_server: RunningServer, frame: str | bytes) -> None:
    phone = WirePhone(running_server.join_url, "Ana")
    assert phone.welcome
    phone.say_raw(frame)
    assert phone.waits_for(wire.RefusedMessage).code == "bad_message"
    phone.waits_to_be_closed()


def test_a_frame_over_the_limit_is_closed(running_server: RunningServer) -> None:
    phone = WirePhone(running_server.join_url, "Ana")
    assert phone.welcome
    phone.say_raw("x" * (wire.MAX_FRAME + 1))
    phone.waits_to_be_closed()


def test_who_does_not_say_hello_is_closed(running_server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polling.server.HELLO_WITHIN_S", 0.1)
    netloc = urlsplit(running_server.join_url).netloc
    with (
        connect(f"ws://{netloc}/ws", origin=f"http://{netloc}") as silent,
        pytest.raises(ConnectionClosed, match="1008"),
    ):
        silent.recv(timeout=10)


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "https://127.0.0.1"])
def test_a_foreign_origin_is_refused(running_server: RunningServer, origin: str | None) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        connect(f"ws://{urlsplit(running_server.join_url).netloc}/ws", origin=origin).__enter__()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1.", "127.0.0.1:1", "localhost.evil:80"])
def test_a_foreign_host_is_refused(running_server: RunningServer, host: str) -> None:
    assert get(running_server.join_url, "/", host=host).status == 421


def test_pages_come_from_the_same_port(running_server: RunningServer) -> None:
    assert get(running_server.join_url, "/").status == 200
    assert get(running_server.join_url, f"/{running_server.room.started.room_code}").status == 200
    assert get(running_server.join_url, "/teacher").status == 200
    assert get(running_server.join_url, "/../../etc/passwd").status == 404
    assert get(running_server.join_url, "/session").getheader("Content-Type") == "text/plain"


def test_an_address_can_be_chosen_among_this_computers(running_server: RunningServer, teacher: WireTeacher) -> None:
    teacher.does(wire.ChooseAddress(host="10.9.9.9"))
    assert teacher.waits_for(wire.RefusedMessage).code == "unknown_address"
    teacher.forgets()
    teacher.does(wire.ChooseAddress(host="127.0.0.1"))
    assert teacher.waits_for(wire.AddressPart).host == "127.0.0.1"


def test_ending_says_goodbye_to_everyone(running_server: RunningServer, teacher: WireTeacher) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    assert ana.welcome
    teacher.does(commands.End())
    assert ana.sees(lambda state: state.view == "ended")
    assert ana.waits_for(wire.Bye).reason == "ended"
    assert teacher.waits_for(wire.Bye).reason == "ended"
    running_server.waits_to_stop()


def test_a_released_server_can_be_taken_up_again(running_server: RunningServer, teacher: WireTeacher) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    assert ana.welcome
    teacher.does(wire.Release())
    assert ana.waits_for(wire.Bye).reason == "going"
    running_server.waits_to_stop()
    assert not running_server.room.is_ended
    assert running_server.live.is_let_go


def test_a_server_without_its_presenter_lets_go(lesson_folder: Path, tmp_path: Path) -> None:
    running_server = RunningServer(lesson_folder, tmp_path / "data", orphan_s=0.3)
    presenter = WireTeacher(running_server.teacher_url, is_presenter=True)
    assert presenter.position
    presenter.closes()
    running_server.waits_to_stop()


def test_the_cover_is_no_business_of_phones(running_server: RunningServer, teacher: WireTeacher) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    assert ana.welcome
    teacher.does(commands.GoTo("s1"))
    ana.sees(lambda state: state.view == "slide")
    ana.forgets()
    teacher.does(commands.CoverWith(Cover.BLACK))
    teacher.sees(lambda position: position.cover is Cover.BLACK)
    teacher.does(commands.CoverWith(Cover.NONE))
    teacher.does(commands.GoTo("s2"))
    assert ana.waits_for(wire.PhoneState).view == "question"
    assert next(each for each in ana.heard if isinstance(each, wire.PhoneState)).view == "question"


def test_a_taken_port_is_said(running_server: RunningServer) -> None:
    other = PollingServer(running_server.live, "k", "127.0.0.1", running_server.server._folder)
    with pytest.raises(CannotListen) as raised:
        asyncio.run(other.listen((running_server.server.port,)))
    assert raised.value.port == running_server.server.port


def test_a_phone_that_vanishes_without_a_word_costs_nobody_an_answer(
    running_server: RunningServer, teacher: WireTeacher
) -> None:
    ana, bo = WirePhone(running_server.join_url, "Ana"), WirePhone(running_server.join_url, "Bo")
    teacher.does(commands.GoTo("s3"))
    for phone in (ana, bo):
        phone.sees(lambda state: state.view == "question")
    ana._socket.socket.shutdown(socket.SHUT_RDWR)
    bo.chooses("A")
    teacher.waits_for(wire.TallyPart, lambda part: part.counts == (1, 0))


def test_saying_hello_as_a_teacher_again_changes_nothing(running_server: RunningServer, teacher: WireTeacher) -> None:
    teacher.say(wire.Teach(proto=1, key="anything"))
    teacher.does(commands.Next())
    assert teacher.sees(lambda position: position.number == 1)


def test_an_old_teacher_page_is_told_so(running_server: RunningServer) -> None:
    old = WireTeacher(running_server.teacher_url, key="")
    assert old.waits_for(wire.RefusedMessage).code == "wrong_key"
    newer = WireTeacher(running_server.teacher_url)
    assert newer.position


def test_pictures_of_questions_are_made_when_a_phone_asks(tmp_path: Path) -> None:
    (tmp_path / "les" / "media").mkdir(parents=True)
    Image.new("RGB", (40, 30), "red").save(tmp_path / "les" / "media" / "a.png")
    (tmp_path / "les" / "media" / "b.png").write_bytes(b"no picture")
    text = "# Welke?\n\n- [x] ![A](media/a.png)\n- [ ] ![B](media/b.png)\n"
    (tmp_path / "les" / "lesson.md").write_text(text, "utf-8")
    server = RunningServer(tmp_path / "les", tmp_path / "data")
    try:
        phone, teacher = WirePhone(server.join_url, "Ana"), WireTeacher(server.teacher_url)
        teacher.does(commands.Next())
        question = phone.sees(lambda state: state.view == "question").question
        assert question is not None
        good, bad = (option.picture for option in question.options)
        for _ in range(2):
            assert get(server.join_url, good).getheader("Content-Type") == "image/jpeg"
        assert get(server.join_url, bad).status == 404
    finally:
        server.stop()


def test_a_phone_that_lies_about_time_or_sends_late_is_timed_by_the_server_alone(
    running_server: RunningServer, teacher: WireTeacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_ms = 1_000
    monkeypatch.setattr(running_server.live, "now_ms", lambda: now_ms)
    honest, liar, late = (WirePhone(running_server.join_url, name) for name in ("Eerlijk", "Leugen", "Laat"))
    teacher.does(commands.GoTo("s2"))
    for phone in (honest, liar, late):
        phone.sees(lambda state: state.view == "question")
    now_ms = 2_000
    for sent_ms in (-1e15, 0.0, 1.5, 1e15):
        liar.say(wire.Heartbeat(sent_ms=sent_ms))
        assert liar.waits_for(wire.HeartbeatBack, lambda back, sent=sent_ms: back.sent_ms == sent).now == 2_000  # type: ignore[misc]
    now_ms = 5_000
    for phone in (honest, liar):
        phone.chooses("A")
    now_ms = 9_000
    liar.chooses("A")
    late.chooses("A")
    (asked,) = results(running_server.room).questions
    assert {each.name: each.seconds for each in asked.rounds[0].answers} == {"Eerlijk": 4, "Leugen": 8, "Laat": 8}


def test_an_answer_before_the_question_is_asked_counts_for_nothing(
    running_server: RunningServer, teacher: WireTeacher
) -> None:
    ana = WirePhone(running_server.join_url, "Ana")
    assert ana.welcome
    early = wire.AnswerSent(slide="s2", round=1, revision=2**53, value=Choice((0,)))
    ana.say(early)
    assert ana.waits_for(wire.RefusedMessage).code == "not_asking"
    teacher.does(commands.GoTo("s2"))
    ana.sees(lambda state: state.view == "question")
    ana.chooses("B")
    assert teacher.waits_for(wire.TallyPart, lambda part: part.answered == 1).counts == (0, 1, 0)
    ana.say(wire.AnswerSent(slide="s2", round=2, revision=1, value=Choice((0,))))
    assert ana.waits_for(wire.RefusedMessage, lambda refused: refused.round == 2).code == "not_asking"


def test_the_teacher_sees_who_joined_from_one_address(running_server: RunningServer, teacher: WireTeacher) -> None:
    homes = ["127.0.0.2"] * 3 + [f"127.0.0.{number}" for number in range(3, 7)]
    phones = [WirePhone(running_server.join_url, f"Leerling {n}", address=home) for n, home in enumerate(homes)]
    for phone in phones:
        assert phone.welcome
    roster = teacher.waits_for(wire.RosterPart, lambda part: len(part.participants) == len(homes))
    assert {each.name for each in roster.participants if each.is_shared} == {"Leerling 0", "Leerling 1", "Leerling 2"}


def test_a_class_of_forty_behind_one_router_is_all_in(running_server: RunningServer, teacher: WireTeacher) -> None:
    phones = [WirePhone(running_server.join_url, f"Leerling {number}") for number in range(40)]
    assert len({phone.welcome.participant for phone in phones}) == 40
    teacher.waits_for(wire.RosterPart, lambda part: part.here == 40)
