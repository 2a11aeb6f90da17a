"""presenter/board.py: which scene each canvas gets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from lessons.markdown import first_bullets, plain
from polling.commands import Cover, CoverWith, GoTo, Next
from presenter.board import Board
from presenter.room_copy import RoomCopy
from presenter.settings import Settings
from presenter.stage.blocks import read
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


MIXED = """<!-- steps: yes -->

# Golven

Vooraf.

- lucht
  - snel
- water

| x | y |
|---|---|
| 1 | 2 |

> - in een citaat

1. licht

Na.
"""


@pytest.mark.parametrize("cover", [Cover.NONE, Cover.BLACK])
def test_the_teacher_sees_the_points_to_come_dimmed_and_the_class_does_not_see_them(cover: Cover) -> None:
    walls = Walls(MIXED)
    walls.link.send(GoTo("s1"))
    walls.link.send(Next())
    walls.link.send(CoverWith(cover))
    copy = walls.copy.scene.content
    assert isinstance(copy, TextContent)
    assert (copy.bullets, copy.dims_others) == (1, True)
    if cover is Cover.NONE:
        content = walls.class_.scene.content
        assert isinstance(content, TextContent)
        assert (content.bullets, content.dims_others) == (1, False)
    walls.board.stop()


def test_every_point_of_a_slide_with_a_table_and_a_quote_comes_with_its_own_step() -> None:
    walls = Walls(MIXED)
    walls.link.send(GoTo("s1"))
    slide = walls.room.seen.slide
    assert slide is not None
    shown = [
        {block.text for block in read(slide.body) if block.bullet == step and block.text}
        for step in range(slide.steps + 1)
    ]
    assert shown == [{"Vooraf."}, {"lucht", "snel"}, {"water", "in een citaat"}, {"licht", "Na."}]
    assert [plain(first_bullets(slide.body, step)).split("\n")[-1] for step in range(slide.steps + 1)] == [
        "Vooraf.", "  • snel", "• in een citaat", "Na.",
    ]  # fmt: skip
    walls.board.stop()
