"""presenter/board.py: which scene each canvas gets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from presenter.board import Board
from presenter.room_copy import RoomCopy
from presenter.settings import Settings
from presenter.stage.content import (
    BlankContent,
    Chart,
    JoinContent,
    MessageContent,
    QuizContent,
    TextContent,
    VideoContent,
)
from presenter.stage.scene import Scene
from presenter.stage.theme import DARK
from presenter.stage.webmap import View, Web
from tests.classroom import LESSON
from tests.presenter.pretend_link import PretendLink

FILM = "# Film\n\n![Een snaar](media/string.mp4)\n"


class Wall:
    """A canvas that only remembers."""

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self.frames: list[QImage] = []
        self.subtitle = ""

    def set_scene(self, scene: Scene) -> None:
        self.scenes.append(scene)

    def set_subtitle(self, said: str) -> None:
        self.subtitle = said

    def set_video_frame(self, frame: QImage) -> None:
        self.frames.append(frame)

    @property
    def scene(self) -> Scene:
        return self.scenes[-1]


class Walls:
    """A board with three canvases over a room."""

    def __init__(self, text: str) -> None:
        self.link = PretendLink(text)
        self.class_, self.copy, self.after = Wall(), Wall(), Wall()
        self.board = Board(self.class_, self.copy, self.after, self.link.now_ms, Settings())
        self.room = RoomCopy()
        self.link.part_arrived.connect(self.room.on_part)
        self.room.changed.connect(self.board.on_room)
        self.link.tells()

    def goes_to(self, slide: str) -> None:
        self.link.classroom.goes_to(slide)
        self.link.tells()


@pytest.fixture
def walls(qapp: QApplication) -> Walls:
    return Walls(LESSON)


def test_the_lobby_is_the_join_slide(walls: Walls) -> None:
    assert isinstance(walls.class_.scene.content, JoinContent)
    assert isinstance(walls.after.scene.content, TextContent)


def test_a_slide_is_the_same_for_class_and_teacher(walls: Walls) -> None:
    walls.goes_to("s2")
    assert isinstance(walls.class_.scene.content, QuizContent)
    assert walls.copy.scene is walls.class_.scene


def test_under_a_cover_the_teacher_still_sees_the_slide(walls: Walls) -> None:
    from polling.commands import Cover, CoverWith

    walls.goes_to("s1")
    walls.link.send(CoverWith(Cover.BLACK))
    assert isinstance(walls.class_.scene.content, BlankContent)
    assert isinstance(walls.copy.scene.content, TextContent)


def test_a_pause_calms_the_board(walls: Walls) -> None:
    from polling.commands import Pause

    walls.goes_to("s2")
    walls.link.send(Pause())
    assert isinstance(walls.class_.scene.content, MessageContent)


def test_the_slide_after_shows_nothing_of_the_room(walls: Walls) -> None:
    ana = walls.link.joins("Ana")
    walls.goes_to("s2")
    ana.chooses("A")
    walls.goes_to("s1")
    content = walls.after.scene.content
    assert isinstance(content, QuizContent)
    assert content.results is None
    assert not content.is_revealed


def test_a_running_clock_is_painted_between_messages(walls: Walls) -> None:
    walls.goes_to("s2")
    before = walls.class_.scene
    walls.link.classroom.now_ms += 5_000
    walls.board.on_tick()
    assert walls.class_.scene != before


def test_another_theme_is_worn_at_once(walls: Walls) -> None:
    walls.board.on_settings(Settings(theme="dark"))
    assert {wall.scene.theme for wall in (walls.class_, walls.copy, walls.after)} == {DARK}


def test_results_are_drawn_as_the_teacher_likes_them(walls: Walls) -> None:
    walls.goes_to("s2")
    walls.board.on_settings(Settings(is_donut=True, counts_lead=True))
    for wall in (walls.class_, walls.copy):
        content = wall.scene.content
        assert isinstance(content, QuizContent)
        assert content.chart == Chart(is_donut=True, counts_lead=True)


def test_frames_go_to_class_and_teacher_and_a_broken_film_says_so(qapp: QApplication) -> None:
    walls = Walls(FILM)
    walls.goes_to("s1")
    frame = QImage(4, 4, QImage.Format.Format_RGB32)
    frame.fill(QColor("red"))
    walls.board.on_video_frame(frame)
    assert len(walls.class_.frames) == len(walls.copy.frames) == 1
    walls.board.on_video_said("Luister.")
    assert walls.class_.subtitle == walls.copy.subtitle == "Luister."
    walls.board.on_video_broken("s1")
    content = walls.class_.scene.content
    assert isinstance(content, VideoContent)
    assert content.problem


def test_a_board_that_was_stopped_makes_no_more_scenes(walls: Walls) -> None:
    walls.goes_to("s2")
    walls.board.stop()
    walls.class_.scenes.clear()
    walls.board.on_tick()
    assert walls.class_.scenes == []


WEB = "<!-- kind: wordweb -->\n\n# Water\n\n---\n\n# Daarna\n"


def web_of(walls: Walls) -> Web:
    places = walls.class_.scene.places
    assert places is not None
    return places


@pytest.fixture
def wordweb(qapp: QApplication) -> Walls:
    walls = Walls(WEB)
    phone = walls.link.joins("Ana")
    walls.goes_to("s1")
    phone.sends("zee")
    walls.link.tells()
    phone.sends("zee", "ijs", "bad")
    walls.link.tells()
    return walls


def test_a_web_that_is_shown_again_looks_the_same(wordweb: Walls) -> None:
    before = web_of(wordweb)
    wordweb.goes_to("s2")
    wordweb.goes_to("s1")
    assert web_of(wordweb) == before
    assert len(before.places) == 3


def test_one_switch_makes_a_cloud_of_a_web_and_back(wordweb: Walls) -> None:
    before = web_of(wordweb)
    wordweb.board.on_settings(Settings(is_cloud=True))
    assert web_of(wordweb).view is View.CLOUD
    assert web_of(wordweb).words == before.words
    wordweb.board.on_settings(Settings())
    assert web_of(wordweb) == before


def test_words_are_placed_anew_when_the_teacher_asks(wordweb: Walls) -> None:
    before = web_of(wordweb)
    wordweb.board.on_repack_wanted()
    assert web_of(wordweb).repacks == before.repacks + 1
    assert web_of(wordweb).words == before.words


def test_there_is_nothing_to_place_anew_in_the_lobby(walls: Walls) -> None:
    before = walls.class_.scene
    walls.board.on_repack_wanted()
    assert walls.class_.scene == before
