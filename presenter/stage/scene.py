"""A slide and the room's state -> Scene: what the stage shows now. Pure; no painting, no files, no clock.

A scene for the class holds nothing the class may not know: no right option before the reveal, no answers while they
are hidden, no names beside answers, and while the teacher hides what students typed, no word of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QImage

from lessons.model import Lesson, Slide
from polling.commands import Cover
from polling.wire import AddressPart, ParticipantView, PositionPart, RosterPart, TallyPart, WordsPart
from presenter.stage import arranging
from presenter.stage.clock import face
from presenter.stage.content import (
    BlankContent,
    Chart,
    Content,
    Face,
    JoinContent,
    MessageContent,
    QuizContent,
    Strip,
    TextContent,
    VideoContent,
    WebContent,
)
from presenter.stage.motion import Goal, Tween
from presenter.stage.school import worn
from presenter.stage.theme import Theme
from presenter.stage.veil import veiled
from presenter.stage.webmap import View, Web
from presenter.stage.words import say


class Audience(Enum):
    """Who looks: the class at the projector, or the teacher at the console, who sees the slide under a cover."""

    PROJECTOR = "projector"
    CONSOLE = "console"


@dataclass(frozen=True)
class RoomView:
    """All the stage knows of the room: the lesson (named and ordered) and the parts as the server last told them."""

    lesson: Lesson
    position: PositionPart | None = None
    roster: RosterPart | None = None
    tally: TallyPart | None = None
    words: WordsPart | None = None
    address: AddressPart | None = None

    @property
    def is_locked(self) -> bool:
        """True while nobody new may join: everyone is in."""
        return self.roster is not None and self.roster.is_locked


@dataclass(frozen=True)
class Rejoin:
    """A code that lies over the slide, because phones have to find the laptop at another address."""

    url: str
    typed: str


@dataclass(frozen=True)
class Scene:
    """One picture of the stage. `tweens` say how its moving values came here; without them it stands still. It
    `hides_answers` while nothing that students typed may be seen."""

    slide: str
    content: Content
    theme: Theme
    language: str
    strip: Strip | None = None
    rejoin: Rejoin | None = None
    hides_answers: bool = False
    tweens: Mapping[str, Tween] = field(default_factory=dict, compare=False)

    @property
    def view(self) -> tuple[str, str, str]:
        """Changes when the stage shows another picture rather than a change within one."""
        return (self.slide, self.content.view, self.theme.name)

    @property
    def places(self) -> Web | None:
        """The places of the word web, to hand back with the next call of `scene`; None where no words are shown."""
        return self.content.web if isinstance(self.content, WebContent) and not self.hides_answers else None

    def goals(self) -> dict[str, Goal]:
        """The values that move when they change."""
        return self.content.goals()

    def value(self, key: str, goal: float, t: float) -> float:
        """The value named `key` at time `t` (seconds) on its way to `goal`."""
        tween = self.tweens.get(key)
        return goal if tween is None else tween.at(t)


def scene(
    slide: Slide,
    room: RoomView,
    theme: Theme,
    language: str,
    audience: Audience,
    folder: Path,
    now_ms: int,
    places: Web | None = None,
    view: View = View.WEB,
) -> Scene:
    """The scene of `slide` at room time `now_ms`: with the room's live state when it is at hand, else at rest.

    `folder` holds the lesson's media. `places` are those of the last scene of this word web, so that its words stay;
    `view` is how the teacher likes to see one.
    """
    theme = worn(theme, room.lesson.theme)
    live = room.position is not None and room.position.slide == slide.id
    moment = arranging.Moment(
        slide=slide,
        lesson=room.lesson,
        position=room.position if live else None,
        tally=room.tally if live and room.tally is not None and room.tally.slide == slide.id else None,
        words=room.words if live and room.words is not None and room.words.slide == slide.id else None,
        timer=_timer(room.position, now_ms, language) if _owns_timer(room.position, slide) else None,
        now_ms=now_ms,
        language=language,
        folder=folder,
        places=places,
        view=view,
    )
    made = Scene(slide.id, arranging.content(moment), theme, language, _strip(slide, room, now_ms, language))
    return _marked(made)


def shown(
    room: RoomView,
    theme: Theme,
    language: str,
    audience: Audience,
    folder: Path,
    now_ms: int,
    places: Web | None = None,
    view: View = View.WEB,
) -> Scene:
    """The scene the room is at: its slide or what lies over it. The console sees the slide under a cover, and what is
    hidden from the class."""
    made = _shown(room, theme, language, audience, folder, now_ms, places, view)
    hides = audience is Audience.PROJECTOR and room.position is not None and room.position.hides_answers
    return without_answers(made) if hides else made


def without_answers(scene: Scene) -> Scene:
    """The scene without anything that students typed, and without movements, which are named after words."""
    return replace(scene, content=veiled(scene.content), hides_answers=True, tweens={})


def _shown(
    room: RoomView,
    theme: Theme,
    language: str,
    audience: Audience,
    folder: Path,
    now_ms: int,
    places: Web | None,
    view: View,
) -> Scene:
    position = room.position
    if position is not None and position.ended:
        return ended_scene(room, theme, language)
    covers = audience is Audience.PROJECTOR
    if covers and position is not None and position.paused:
        return pause_scene(room, theme, language, now_ms)
    if covers and position is not None and position.cover is Cover.BLACK:
        return black_scene(theme, language)
    if covers and position is not None and position.cover is Cover.WHITE:
        return white_scene(theme, language)
    slide = next((each for each in room.lesson.slides if position is not None and each.id == position.slide), None)
    if slide is None or (covers and position is not None and position.cover is Cover.JOIN):
        return join_scene(room, theme, language)
    return scene(slide, room, theme, language, audience, folder, now_ms, places, view)


def join_scene(room: RoomView, theme: Theme, language: str) -> Scene:
    """How to join, and who did."""
    theme = worn(theme, room.lesson.theme)
    address = room.address
    names = tuple(_on_board(each, language) for each in room.roster.those_in) if room.roster else ()
    content = JoinContent(
        url=address.join_url if address else "",
        typed=address.typed if address else "",
        code=address.room_code if address else "",
        names=names,
        is_locked=room.is_locked,
    )
    position = room.position
    number = position.number if position is not None and position.slide else 0
    return Scene("", content, theme, language, _counted(number, room.lesson))


def _on_board(participant: ParticipantView, language: str) -> str:
    """What the class sees of a participant: the name, or a number where the teacher covered it."""
    return say(language, "pupil", number=participant.number) if participant.is_covered else participant.name


def pause_scene(room: RoomView, theme: Theme, language: str, now_ms: int = 0) -> Scene:
    """A quiet slide while the room is paused."""
    content = MessageContent(say(language, "pause"), say(language, "pause_text"))
    return Scene("", content, worn(theme, room.lesson.theme), language)


def ended_scene(room: RoomView, theme: Theme, language: str) -> Scene:
    """The last picture of a lesson."""
    content = MessageContent(say(language, "ended"), say(language, "ended_text"))
    return Scene("", content, worn(theme, room.lesson.theme), language)


def black_scene(theme: Theme, language: str = "nl") -> Scene:
    """Black, and nothing else."""
    return Scene("", BlankContent("#000000"), theme, language)


def white_scene(theme: Theme, language: str = "nl") -> Scene:
    """White, and nothing else."""
    return Scene("", BlankContent("#FFFFFF"), theme, language)


def unplayable(scene: Scene, problem: str = "") -> Scene:
    """The scene of a video that cannot be played, with what is the matter (empty: only that it cannot)."""
    if not isinstance(scene.content, VideoContent):
        return scene
    told = problem or say(scene.language, "no_video")
    return replace(scene, content=replace(scene.content, problem=told, frame=None))


def rejoining(scene: Scene, room: RoomView) -> Scene:
    """The scene with a code to scan once more; one that shows a large code already, or nothing at all, as it is."""
    if room.address is None or isinstance(scene.content, JoinContent | BlankContent):
        return scene
    return replace(scene, rejoin=Rejoin(room.address.join_url, room.address.typed))


def with_wifi(scene: Scene, code: str, name: str, password: str) -> Scene:
    """The slide to join at with the wifi that comes first; any other scene as it is."""
    if not code or not isinstance(scene.content, JoinContent) or not scene.content.url:
        return scene
    return replace(scene, content=replace(scene.content, wifi_code=code, wifi_name=name, wifi_password=password))


def with_points_to_come(scene: Scene) -> Scene:
    """The scene as the teacher sees it: with the points that the class does not see yet, dimmed."""
    if not isinstance(scene.content, TextContent) or scene.content.bullets is None:
        return scene
    return replace(scene, content=replace(scene.content, dims_others=True))


def stilled(scene: Scene, stills: Mapping[str, QImage]) -> Scene:
    """The scene of a video with what stands there until it plays, by the id of its slide; any other as it is."""
    still = stills.get(scene.slide)
    if still is None or not isinstance(scene.content, VideoContent):
        return scene
    return replace(scene, content=replace(scene.content, still=still, still_key=still.cacheKey()))


def elsewhere(scene: Scene) -> Scene:
    """The scene of a video that plays on the board and cannot be shown here; any other as it is."""
    if not isinstance(scene.content, VideoContent):
        return scene
    return replace(scene, content=replace(scene.content, plays_elsewhere=True))


def charted(scene: Scene, chart: Chart) -> Scene:
    """The scene with its results drawn in this way; a scene without results as it is."""
    if not isinstance(scene.content, QuizContent):
        return scene
    return replace(scene, content=replace(scene.content, chart=chart))


def on_page(scene: Scene, page: int) -> Scene:
    """The scene of a text slide at this page (from 0) of those it takes."""
    if not isinstance(scene.content, TextContent):
        return scene
    return _marked(replace(scene, content=replace(scene.content, page=page)))


def pages(scene: Scene) -> int:
    """How many pages of the board the slide takes."""
    return scene.content.pages if isinstance(scene.content, TextContent) else 1


def _marked(scene: Scene) -> Scene:
    """The scene with a small mark in its strip, where the slide takes several pages."""
    if scene.strip is None or pages(scene) == 1 or not isinstance(scene.content, TextContent):
        return scene
    mark = say(scene.language, "page", number=scene.content.page + 1, whole=pages(scene))
    return replace(scene, strip=replace(scene.strip, page=mark))


def _owns_timer(position: PositionPart | None, slide: Slide) -> bool:
    return position is not None and position.timer is not None and position.timer_slide == slide.id


def _timer(position: PositionPart | None, now_ms: int, language: str) -> Face | None:
    if position is None or position.timer is None:
        return None
    return face(position.timer, now_ms, language, stops_at_zero=False)


def _strip(slide: Slide, room: RoomView, now_ms: int, language: str) -> Strip:
    number = next((place for place, each in enumerate(room.lesson.slides, 1) if each.id == slide.id), 0)
    if room.position is not None and room.position.slide == slide.id:
        number = room.position.number
    strip = _counted(number, room.lesson)
    foreign = None if _owns_timer(room.position, slide) else _timer(room.position, now_ms, language)
    if room.address is None:
        return replace(strip, timer=foreign)
    if room.is_locked:
        return replace(strip, timer=foreign, note=say(language, "locked"))
    return replace(strip, timer=foreign, address=room.address.typed, code=room.address.room_code)


def _counted(number: int, lesson: Lesson) -> Strip:
    whole = len(lesson.slides)
    if not number or not whole:
        return Strip()
    return Strip(counter=f"{number} / {whole}", progress=min(1.0, number / whole))
