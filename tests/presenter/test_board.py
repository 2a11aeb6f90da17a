"""presenter/board.py: which scene each canvas gets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from lessons.markdown import first_bullets, plain
from polling.commands import Cover, CoverWith, End, Freeze, GoTo, HideAnswers, Next, Pause, Resume, TeacherCommand
from presenter.board import Board
from presenter.console.window import Outlook
from presenter.film_file import Fault
from presenter.room_copy import RoomCopy
from presenter.screens import ScreenPlan, Situation
from presenter.settings import Settings
from presenter.stage.blocks import read
from presenter.stage.content import (
    BlankContent,
    Chart,
    Content,
    JoinContent,
    MessageContent,
    QuizContent,
    TextContent,
    VideoContent,
    WebContent,
)
from presenter.stage.scene import Scene
from presenter.stage.theme import DARK
from presenter.stage.webmap import View, Web
from presenter.video import FilmState
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
    def scene(self) -> Scene | None:
        return self.scenes[-1] if self.scenes else None

    @property
    def content(self) -> Content:
        """What is on show."""
        assert self.scene is not None
        return self.scene.content


class Walls:
    """A board with three canvases over a room."""

    def __init__(self, text: str, *before: TeacherCommand) -> None:
        self.link = PretendLink(text)
        for command in before:
            self.link.send(command)
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
    assert isinstance(walls.class_.content, JoinContent)
    assert isinstance(walls.after.content, TextContent)


def test_a_slide_is_the_same_for_class_and_teacher(walls: Walls) -> None:
    walls.goes_to("s2")
    assert isinstance(walls.class_.content, QuizContent)
    assert walls.copy.scene is walls.class_.scene


def test_under_a_cover_the_teacher_still_sees_the_slide(walls: Walls) -> None:
    walls.goes_to("s1")
    walls.link.send(CoverWith(Cover.BLACK))
    assert isinstance(walls.class_.content, BlankContent)
    assert isinstance(walls.copy.content, TextContent)


def test_a_pause_calms_the_board(walls: Walls) -> None:
    walls.goes_to("s2")
    walls.link.send(Pause())
    assert isinstance(walls.class_.content, MessageContent)


def test_the_slide_after_shows_nothing_of_the_room(walls: Walls) -> None:
    ana = walls.link.joins("Ana")
    walls.goes_to("s2")
    ana.chooses("A")
    walls.goes_to("s1")
    content = walls.after.content
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
    assert {wall.scene and wall.scene.theme for wall in (walls.class_, walls.copy, walls.after)} == {DARK}


def test_results_are_drawn_as_the_teacher_likes_them(walls: Walls) -> None:
    walls.goes_to("s2")
    walls.board.on_settings(Settings(is_donut=True, counts_lead=True))
    for wall in (walls.class_, walls.copy):
        content = wall.content
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
    walls.board.on_video_broken("s1", Fault.CUT)
    content = walls.class_.content
    assert isinstance(content, VideoContent)
    assert content.problem == "Het bestand van deze video is niet compleet"
    walls.board.on_video_broken("s1", "")
    assert isinstance(walls.class_.content, VideoContent)
    assert not walls.class_.content.problem


def test_a_film_that_plays_over_the_board_is_said_to_on_the_teachers_copy_alone(qapp: QApplication) -> None:
    walls = Walls("# Film\n\n![Film](https://youtu.be/dQw4w9WgXcQ)\n")
    walls.goes_to("s1")
    for is_playing in (True, False):
        walls.board.on_web_film(FilmState(True, is_playing))
        assert isinstance(walls.copy.content, VideoContent)
        assert walls.copy.content.plays_elsewhere is is_playing
        assert isinstance(walls.class_.content, VideoContent)
        assert not walls.class_.content.plays_elsewhere


def test_what_stands_there_before_a_film_plays_is_on_all_three_screens(qapp: QApplication) -> None:
    walls = Walls(f"# Eerst\n\n---\n\n{FILM}")
    walls.goes_to("s1")
    still = QImage(4, 4, QImage.Format.Format_RGB32)
    walls.board.on_still("s2", still)
    assert isinstance(walls.after.content, VideoContent)
    assert walls.after.content.still_key == still.cacheKey()
    walls.goes_to("s2")
    for wall in (walls.class_, walls.copy):
        assert isinstance(wall.content, VideoContent)
        assert wall.content.still_key == still.cacheKey()


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


def test_a_frozen_board_keeps_its_picture_while_the_teacher_goes_on(walls: Walls) -> None:
    walls.goes_to("s3")
    before = walls.class_.scene
    walls.link.send(Freeze(True))
    walls.link.joins("Ana").chooses("A")
    for _ in range(3):
        walls.link.send(Next())
    assert walls.class_.scene == before
    assert isinstance(walls.copy.content, TextContent)
    walls.link.send(Freeze(False))
    assert walls.class_.scene is walls.copy.scene
    assert walls.class_.scene != before


def test_clocks_and_themes_do_not_touch_the_kept_picture(walls: Walls) -> None:
    walls.goes_to("s2")
    before = walls.class_.scene
    walls.link.send(Freeze(True))
    walls.link.classroom.now_ms += 5_000
    walls.board.on_tick()
    walls.board.on_settings(Settings(theme="dark"))
    assert walls.class_.scene == before
    assert walls.copy.scene is not None
    assert walls.copy.scene.theme is DARK


@pytest.mark.parametrize("cover", [Cover.BLACK, Cover.WHITE, Cover.JOIN])
def test_what_is_laid_over_a_frozen_board_later_is_seen_and_lifted_to_the_same_picture(
    cover: Cover, walls: Walls
) -> None:
    walls.goes_to("s2")
    before = walls.class_.scene
    walls.link.send(Freeze(True))
    for over, under in ((CoverWith(cover), CoverWith(Cover.NONE)), (Pause(), Resume())):
        walls.link.send(over)
        assert isinstance(walls.class_.content, BlankContent | JoinContent | MessageContent)
        walls.link.send(Next() if isinstance(under, CoverWith) else under)
        assert walls.class_.scene == before
    walls.goes_to("s4")
    assert walls.class_.scene == before


@pytest.mark.parametrize("over", [CoverWith(Cover.BLACK), CoverWith(Cover.JOIN), Pause()])
def test_a_cover_that_is_frozen_is_the_picture_that_stays(over: CoverWith | Pause, walls: Walls) -> None:
    walls.goes_to("s2")
    walls.link.send(over)
    before = walls.class_.scene
    walls.link.send(Freeze(True))
    walls.link.joins("Ana")
    walls.link.tells()
    walls.link.send(Next())
    walls.link.send(Next())
    assert walls.class_.scene == before


def test_the_lobby_can_be_frozen_with_the_names_it_shows(walls: Walls) -> None:
    walls.link.send(Freeze(True))
    walls.link.joins("Ana")
    walls.link.tells()
    assert walls.class_.content.names == ()  # type: ignore[attr-defined]
    walls.link.send(CoverWith(Cover.BLACK))
    assert isinstance(walls.class_.content, BlankContent)
    walls.link.send(CoverWith(Cover.JOIN))
    walls.link.send(Next())
    assert isinstance(walls.class_.content, JoinContent)


def test_a_board_that_begins_frozen_has_nothing_to_keep_and_is_black(qapp: QApplication) -> None:
    walls = Walls(LESSON, Next(), Freeze(True))
    assert walls.class_.content == BlankContent("#000000")
    assert isinstance(walls.copy.content, TextContent)
    walls.link.send(Freeze(False))
    assert isinstance(walls.class_.content, TextContent)


def test_the_end_is_shown_on_a_frozen_board(walls: Walls) -> None:
    walls.goes_to("s2")
    walls.link.send(Freeze(True))
    walls.link.send(End())
    assert isinstance(walls.class_.content, MessageContent)


def test_what_students_typed_is_taken_off_a_frozen_board_and_comes_back_as_it_was(walls: Walls) -> None:
    walls.goes_to("s4")
    walls.link.joins("Ana").sends("vogel")
    walls.link.tells()
    walls.link.send(Freeze(True))
    before = walls.class_.scene
    assert "vogel" in repr(before)
    walls.link.send(HideAnswers(True))
    assert "vogel" not in repr(walls.class_.scene)
    assert "vogel" in repr(walls.copy.scene)
    walls.link.send(HideAnswers(False))
    assert walls.class_.scene == before


def test_words_that_come_while_they_are_hidden_keep_the_places_of_the_others(walls: Walls) -> None:
    walls.goes_to("s4")
    ana = walls.link.joins("Ana")
    ana.sends("vogel")
    walls.link.tells()
    walls.link.send(HideAnswers(True))
    ana.sends("vogel", "trein")
    walls.link.tells()
    hidden = walls.class_.content
    assert isinstance(hidden, WebContent)
    assert (hidden.words, hidden.web.places) == (2, ())
    walls.link.send(HideAnswers(False))
    content, copy = walls.class_.content, walls.copy.content
    assert isinstance(content, WebContent)
    assert [place.key for place in content.web.places] == ["vogel", "trein"]
    assert content == copy


def test_a_tap_is_about_the_slide_and_never_about_a_kept_picture(walls: Walls) -> None:
    walls.goes_to("s4")
    assert walls.board.tapped_scene is walls.class_.scene
    walls.link.send(Freeze(True))
    assert walls.board.tapped_scene is None
    walls.link.send(CoverWith(Cover.BLACK))
    assert walls.board.tapped_scene is walls.class_.scene


def test_a_film_goes_on_beside_a_frozen_board_and_is_shown_where_it_is_when_that_follows_again(
    qapp: QApplication,
) -> None:
    walls = Walls(FILM)
    walls.goes_to("s1")
    frame = QImage(4, 4, QImage.Format.Format_RGB32)
    walls.link.send(Freeze(True))
    walls.board.on_video_frame(frame)
    walls.board.on_video_said("Luister.")
    assert (walls.class_.frames, walls.class_.subtitle) == ([], "")
    assert (walls.copy.frames, walls.copy.subtitle) == ([frame], "Luister.")
    walls.link.send(Freeze(False))
    assert walls.class_.frames == [frame]


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
    copy = walls.copy.content
    assert isinstance(copy, TextContent)
    assert (copy.bullets, copy.dims_others) == (1, True)
    if cover is Cover.NONE:
        content = walls.class_.content
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


@pytest.mark.parametrize("command", [HideAnswers(True), Pause(), CoverWith(Cover.BLACK), Freeze(True)])
def test_where_the_class_may_see_the_console_its_copy_shows_no_more_than_the_board(
    command: TeacherCommand, walls: Walls
) -> None:
    phone = walls.link.joins("Ana")
    walls.goes_to("s5")
    phone.writes("Door het water")
    walls.link.send(command)
    walls.link.send(Next())
    walls.link.send(command)
    assert walls.copy.scene != walls.class_.scene
    walls.board.on_outlook(Outlook(ScreenPlan(Situation.ONE, "laptop", None)))
    assert walls.copy.scene == walls.class_.scene
    walls.board.on_outlook(Outlook(ScreenPlan(Situation.TWO, "laptop", "projector")))
    assert walls.copy.scene != walls.class_.scene
