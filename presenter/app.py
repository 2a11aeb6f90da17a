"""The composition root of the presenter: builds every object once and connects every signal. It decides nothing."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from polling.wire import ChooseAddress
from presenter.accord import Accord
from presenter.announcer import Announcer
from presenter.awake import Awake
from presenter.board import Board
from presenter.chime import Chime, Sound
from presenter.choices import Choices
from presenter.completing.arrivals import Arrivals
from presenter.completing.inlets import Inlets
from presenter.console.window import Console
from presenter.deeds import Deeds
from presenter.doctor.doctor import Doctor
from presenter.film_check import FilmCheck
from presenter.floating_bar import FloatingBar
from presenter.fullness_check import FullnessCheck
from presenter.interrupts import Interrupts
from presenter.key_filter import KeyFilter
from presenter.leaving import Leaving
from presenter.links import Links
from presenter.moved import Moved
from presenter.opening import Decision, Opening
from presenter.outputs import Outputs
from presenter.pace import Pace
from presenter.placement import Placement
from presenter.projector import Projector
from presenter.report.reports import Reports
from presenter.rhythm import Rhythm
from presenter.room_copy import RoomCopy
from presenter.room_link import RoomLink
from presenter.screens import Screens
from presenter.server_process import ServerProcess, Wish
from presenter.settings import Settings, SettingsFile
from presenter.sound_desk import SoundDesk
from presenter.spokesman import Spokesman
from presenter.taps import Taps
from presenter.tone import Tone
from presenter.trouble import Trouble
from presenter.video import Video
from presenter.web_check import WebCheck
from presenter.web_film import WebFilms
from presenter.web_saving import WebSaving
from presenter.webs import Webs
from presenter.words import Words

PREPARE_AFTER_MS = 50
"""So long after the windows were asked for the network is loaded: they are painted first."""


@dataclass(frozen=True)
class Plan:
    """What the app is started with. `problems` are the remarks about the lesson file, in words; `forgotten` is how many
    old lessons were wiped."""

    wish: Wish
    decision: Decision
    settings: Settings
    problems: tuple[str, ...] = ()
    forgotten: int = 0
    is_headless: bool = False


class App:
    """The whole presenter, alive as long as this object. When `leaving.left` is heard it can be ended."""

    def __init__(self, qt: QApplication, plan: Plan) -> None:
        words = Words(plan.settings.language)
        self._plan = plan
        self.choices = Choices(plan.settings, SettingsFile(plan.wish.data))
        self.link = RoomLink(_local_ms)
        self.room = RoomCopy()
        self.pace = Pace()
        self.rhythm = Rhythm()
        self.server = ServerProcess()
        self.opening = Opening(self.server, RoomLink(_local_ms))
        self.leaving = Leaving(self.server, self.link)
        self.trouble = Trouble()
        self.accord = Accord(plan.settings)
        self.deeds = Deeds(self.link.send)
        self.projector = Projector(words.say("window.projector"))
        self.console = Console(plan.settings, words, sys.platform)
        self.board = Board(
            self.projector.canvas, self.console.now.canvas, self.console.after.canvas, self.link.now_ms,
            plan.settings, Webs(plan.wish.data),
        )  # fmt: skip
        self.film_check, self.web_check, self.fullness = FilmCheck(), WebCheck(), FullnessCheck()
        self.video = Video(plan.settings.heard)
        self.web_films = WebFilms(self.projector.canvas, plan.settings.heard)
        self.screens = Screens(qt, plan.settings.projectors)
        self.placement = Placement(self.screens, self.projector, self.console)
        self.keys = KeyFilter((self.projector, self.console))
        self.taps = Taps(lambda: self.board.tapped_scene)
        self.bar = FloatingBar(self.projector, words, self.link.now_ms)
        self.spokesman = Spokesman(qt, self.console, plan.settings, plan.wish.log, self.link.now_ms)
        self.web_saving = WebSaving(
            self.console, lambda: self.console.now.canvas.scene, plan.settings, self.console.passing.say
        )  # fmt: skip
        self.announcer = Announcer(words, sys.stdout) if plan.is_headless else None
        self.moved = Moved()
        self.awake = Awake()
        self.sound = Sound("timer-end", plan.settings.heard)
        self.outputs, self.tone = Outputs(plan.settings.output), Tone()
        self.sound_desk = SoundDesk(self.console, self.outputs, self.tone, plan.settings)
        self.chime = Chime(self.link.now_ms, self.sound.play)
        self.links = Links()
        self.interrupts = Interrupts()
        self.inlets = Inlets(self.console)
        self.arrivals = Arrivals(self.console, plan.settings, plan.wish.data)
        self.doctor = Doctor(self.console, plan.settings, sys.platform)
        self.reports = Reports(self.console, plan.settings, plan.wish.data)
        self.next_lesson: Path | None = None
        """The lesson to give after this one was let go, when the teacher chose one."""
        self._connect_room()
        self._connect_server()
        self._connect_windows()
        self._connect_links()
        self._connect_films()
        self._connect_web_films()
        self._connect_choices()
        self._connect_sound()
        self._connect_arrivals()
        self._connect_reports()
        self._connect_doctor()

    def begin(self) -> None:
        """Get the room going and show the windows. The server starts in a process of its own: it goes first."""
        self.opening.begin(self._plan.decision, self._plan.wish)
        self.keys.begin()
        self.spokesman.say_problems(self._plan.problems)
        self.reports.say_forgotten(self._plan.forgotten)
        self.placement.begin()
        QTimer.singleShot(PREPARE_AFTER_MS, self.link.prepare)
        if self.announcer is None:
            self.outputs.begin()

    def end(self) -> None:
        """Take everything down in order; the windows go last."""
        self.keys.end()
        self.spokesman.stop()
        self.pace.stop()
        self.rhythm.stop()
        self.board.stop()
        self.video.stop()
        self.web_films.stop()
        self.film_check.stop()
        self.web_check.stop()
        self.fullness.stop()
        self.awake.stop()
        self.chime.stop()
        self.outputs.stop()
        self.tone.stop()
        self.link.close()
        self.reports.close()
        self.doctor.stop()
        for window in (self.projector, self.console):
            window.hide()
            window.deleteLater()

    def _connect_room(self) -> None:
        self.link.part_arrived.connect(self.room.on_part)
        self.link.remotes_told.connect(self.spokesman.on_remotes)
        self.link.refused.connect(self.spokesman.on_refused)
        self.link.refused.connect(self.trouble.on_refused)
        for listener in (
            self.rhythm.on_room,
            self.keys.on_room,
            self.video.on_room,
            self.pace.on_room,
            self.links.on_room,
        ):
            self.room.changed.connect(listener)
        self.rhythm.changed.connect(self.board.on_room)
        self.pace.changed.connect(self.console.show_room)
        self.room.changed.connect(self.film_check.on_room)
        self.room.changed.connect(self.fullness.on_room)
        self.fullness.found.connect(self.spokesman.on_full)
        self.fullness.found.connect(self.accord.on_full)
        self.room.changed.connect(self.placement.on_room)
        self.room.changed.connect(self.awake.on_room)
        self.room.changed.connect(self.chime.on_room)
        self.room.changed.connect(self.bar.on_room)
        self.room.changed.connect(self.trouble.on_room)
        self.room.changed.connect(self.spokesman.on_room)
        self.room.changed.connect(self.moved.on_room)
        self.moved.changed.connect(self.board.on_moved)
        self.moved.changed.connect(self.spokesman.on_moved)
        self.room.changed.connect(self.accord.on_room)
        if self.announcer is not None:
            self.room.changed.connect(self.announcer.on_room)

    def _connect_server(self) -> None:
        self.server.listening.connect(self.link.connect_to)
        self.server.listening.connect(self.trouble.on_listening)
        self.server.lost.connect(self.trouble.on_lost)
        self.server.failed.connect(self.trouble.on_failed)
        self.server.gone.connect(self.trouble.on_server_gone)
        self.server.gone.connect(self.leaving.on_server_gone)
        self.link.opened.connect(self.leaving.on_link_opened)
        self.link.lost.connect(self.trouble.on_lost)
        self.link.lost.connect(self.server.on_link_lost)
        self.link.ended.connect(self.server.expect_end)
        self.trouble.changed.connect(self.spokesman.on_matter)

    def _connect_windows(self) -> None:
        self.keys.number_typed.connect(self.spokesman.on_number)
        self.projector.tapped.connect(self.taps.on_tapped)
        self.projector.touched.connect(self.bar.on_touched)
        self.bar.shown.connect(self.projector.on_bar)
        self.placement.changed.connect(self.bar.on_outlook)
        self.choices.changed.connect(self.bar.on_settings)
        for source in (self.keys.wanted, self.taps.wanted, self.bar.wanted, self.console.wanted):
            source.connect(self.spokesman.on_deed)
            source.connect(self.deeds.on_wanted)
        self.console.top.address_chosen.connect(self.on_address)
        self.console.trouble.pressed.connect(self.server.try_again)
        self.console.menu.end_wanted.connect(self.spokesman.on_end_wanted)
        self.console.menu.teacher_wanted.connect(self.spokesman.on_teacher_wanted)
        self.console.menu.class_wanted.connect(self.spokesman.on_class_wanted)
        self.console.browser.pressed.connect(self.spokesman.on_browser_wanted)
        self.console.rename_wanted.connect(self.spokesman.on_rename_wanted)
        for source in (self.spokesman.confirmed, self.accord.wanted):
            source.connect(self.deeds.on_wanted)
        self.deeds.slides_wanted.connect(self.placement.on_show_slides)
        self.deeds.slides_left.connect(self.placement.on_leave_slides)
        self.deeds.names_switched.connect(self.placement.on_switch_names)
        self.deeds.timer_offered.connect(self.console.offer_timer)
        self.deeds.quick_offered.connect(self.console.offer_quick)
        self.deeds.timer_offered.connect(self.bar.on_timer_offered)
        self.deeds.keys_wanted.connect(self.spokesman.on_keys_wanted)
        self.deeds.grid_wanted.connect(self.spokesman.on_grid_wanted)
        self.projector.left.connect(self.placement.on_leave_slides)
        self.screens.changed.connect(self.placement.on_plan)
        self.placement.changed.connect(self.console.show_outlook)
        self.placement.changed.connect(self.board.on_outlook)
        self.console.closing.connect(self.arrivals.on_leaving)
        for leaver in (self.arrivals.may_leave, self.interrupts.interrupted):
            leaver.connect(self.trouble.on_leaving)
            leaver.connect(self.leaving.begin)

    def _connect_links(self) -> None:
        self.deeds.link_wanted.connect(self.links.on_wanted)
        self.links.opening.connect(self.placement.on_browser_coming)
        self.links.opening.connect(self.spokesman.on_link_opening)
        self.links.failed.connect(self.placement.on_browser_failed)
        self.links.failed.connect(self.spokesman.on_link_failed)
        self.links.missing.connect(self.spokesman.on_link_missing)
        self.links.forbidden.connect(self.spokesman.on_link_forbidden)
        self.links.choice_wanted.connect(self.spokesman.on_link_choice)
        self.links.choice_wanted.connect(self.keys.on_link_choice)
        self.keys.link_typed.connect(self.spokesman.on_link_typed)
        self.links.slides_wanted.connect(self.placement.on_show_slides)
        self.placement.changed.connect(self.links.on_outlook)
        self.spokesman.page_wanted.connect(self.links.on_address)

    def _connect_films(self) -> None:
        self.deeds.video_switched.connect(self.video.on_switch)
        self.video.frame.connect(self.board.on_video_frame)
        self.video.still.connect(self.board.on_still)
        self.film_check.still.connect(self.board.on_still)
        self.film_check.still.connect(self.spokesman.on_still)
        self.film_check.told.connect(self.spokesman.on_films_told)
        self.video.moved.connect(self.console.film.show_moment)
        self.console.film.sought.connect(self.video.seek)
        self.video.said.connect(self.board.on_video_said)
        self.video.broken.connect(self.board.on_video_broken)
        self.video.state_changed.connect(self.spokesman.on_film)

    def _connect_web_films(self) -> None:
        films, bar = self.web_films, self.console.film
        self.server.listening.connect(films.on_listening)
        if self.announcer is None:
            self.room.changed.connect(films.on_room)
            self.room.changed.connect(self.web_check.on_room)
        self.deeds.video_switched.connect(films.on_switch)
        bar.sought.connect(films.seek)
        self.sound_desk.volume_moved.connect(films.set_volume)
        self.choices.heard_changed.connect(films.set_volume)
        films.moved.connect(bar.show_moment)
        films.broken.connect(self.board.on_video_broken)
        films.state_changed.connect(self.spokesman.on_web_film)
        films.state_changed.connect(self.board.on_web_film)
        self.web_check.told.connect(self.spokesman.on_web_films_told)

    def _connect_choices(self) -> None:
        menu = self.console.menu
        menu.theme_chosen.connect(self.choices.on_theme)
        menu.language_chosen.connect(self.choices.on_language)
        menu.closing_chosen.connect(self.choices.on_closes_by_itself)
        menu.wifi_wanted.connect(self.spokesman.on_wifi_wanted)
        self.spokesman.wifi_chosen.connect(self.choices.on_wifi)
        menu.phones_chosen.connect(self.choices.on_phones_allowed)
        menu.phones_chosen.connect(self.spokesman.on_phones_chosen)
        self.deeds.swap_wanted.connect(self.screens.swap)
        self.screens.stayed.connect(self.spokesman.on_screens_stayed)
        self.screens.chosen.connect(self.choices.on_projector)
        self.console.notes.resized.connect(self.choices.on_notes_resized)
        self.deeds.chart_switched.connect(self.choices.on_chart_switched)
        self.deeds.figures_switched.connect(self.choices.on_figures_switched)
        self.deeds.view_switched.connect(self.choices.on_view_switched)
        self.deeds.repack_wanted.connect(self.board.on_repack_wanted)
        self.console.results.words.save_wanted.connect(self.web_saving.on_wanted)
        self.room.changed.connect(self.web_saving.on_room)
        self.choices.changed.connect(self.web_saving.on_settings)
        self.choices.changed.connect(self.spokesman.on_settings)
        self.choices.changed.connect(self.accord.on_settings)
        self.choices.changed.connect(self.board.on_settings)

    def _connect_sound(self) -> None:
        desk, deeds = self.sound_desk, self.deeds
        for player in (self.video, self.sound):
            self.outputs.rerouted.connect(player.set_output)
            self.choices.heard_changed.connect(player.set_volume)
            desk.volume_moved.connect(player.set_volume)
        desk.volume_chosen.connect(self.choices.on_volume)
        self.outputs.chosen.connect(self.choices.on_output)
        self.choices.changed.connect(desk.on_settings)
        deeds.louder.connect(self.choices.on_louder)
        deeds.softer.connect(self.choices.on_softer)
        deeds.sound_switched.connect(self.choices.on_sound_switched)
        for key in (deeds.louder, deeds.softer, deeds.sound_switched):
            key.connect(desk.on_key)
        deeds.output_undone.connect(desk.on_undone)
        self.console.film.wanted.connect(deeds.on_wanted)
        for source in (self.console.film.sound_wanted, self.console.menu.sound_wanted):
            source.connect(desk.on_sheet_wanted)

    def _connect_arrivals(self) -> None:
        self.inlets.open_wanted.connect(self.arrivals.on_open_wanted)
        self.inlets.given.connect(self.arrivals.on_given)
        self.arrivals.lesson_wanted.connect(self.on_lesson_wanted)
        self.placement.changed.connect(self.arrivals.on_outlook)
        self.choices.changed.connect(self.arrivals.on_settings)

    def _connect_reports(self) -> None:
        self.room.changed.connect(self.reports.on_room)
        self.link.ended.connect(self.reports.on_goodbye)
        if self.announcer is None:
            self.server.gone.connect(self.reports.on_server_gone)
        self.console.menu.past_wanted.connect(self.reports.on_past_wanted)
        self.reports.names_wanted.connect(self.placement.on_switch_names)
        self.placement.changed.connect(self.reports.on_outlook)
        self.choices.changed.connect(self.reports.on_settings)

    def _connect_doctor(self) -> None:
        self.link.part_arrived.connect(self.doctor.on_part)
        self.room.changed.connect(self.doctor.on_room)
        self.placement.changed.connect(self.doctor.on_outlook)
        self.choices.changed.connect(self.doctor.on_settings)
        for source in (self.console.menu.doctor_wanted, self.console.nobody.pressed):
            source.connect(self.doctor.on_wanted)
        self.doctor.address_chosen.connect(self.on_address)

    def on_lesson_wanted(self, lesson: Path) -> None:
        """Let this lesson go, so that it can be taken up again, and leave with the wish for another."""
        self.next_lesson = lesson
        self.trouble.on_leaving()
        self.leaving.begin()

    def on_address(self, host: str) -> None:
        """Phones should use this address of the laptop."""
        self.link.send(ChooseAddress(host=host))


def _local_ms() -> float:
    return time.monotonic() * 1000
