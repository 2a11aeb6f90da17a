"""From an opened lesson to a running app: the lock, the question about an unfinished lesson, and the app itself."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from lessons.package import Opened
from lessons.problems import sentence
from polling import running, sessions
from presenter import dialogs
from presenter.app import App, Plan
from presenter.console.look import dress
from presenter.lesson_lock import LessonLock
from presenter.opening import Decision, chosen, decide, seconds_of_today
from presenter.server_process import Wish
from presenter.settings import Settings
from presenter.words import Words


class Start:
    """Begins once. What stands in the way is said in a dialog, or in the terminal where there is no display."""

    def __init__(self, settings: Settings, data: Path, is_headless: bool) -> None:
        self._settings = settings
        self._data = data
        self._is_headless = is_headless
        self._words = Words(settings.language)
        self._qt = QApplication(sys.argv[:1])
        self._qt.setApplicationName("klassikaal")
        self._qt.setApplicationDisplayName(self._words.say("app"))
        self._qt.setQuitOnLastWindowClosed(False)
        dress(self._qt, settings.theme)

    def refuse(self, text: str) -> int:
        """Say why no lesson begins."""
        print(text, file=sys.stderr)
        if not self._is_headless:
            dialogs.message(self._words.say("open.title"), text, self._words).exec()
        return 1

    def give(self, opened: Opened, path: Path, host: str, port: int | None) -> int:
        """Give this lesson until the app is left."""
        lock = LessonLock(self._data)
        try:
            if not lock.take(path):
                return self.refuse(self._words.say("busy", lesson=Path(lock.holder()).name))
        except OSError:
            return self.refuse(self._words.say("data.unwritable", data=str(self._data)))
        try:
            return self._give(opened, Wish(lesson=path, data=self._data, host=host, port=port))
        finally:
            lock.give_back()

    def _give(self, opened: Opened, wish: Wish) -> int:
        decision = self._decision(wish.lesson)
        if decision.ask:
            answered = self._ask(decision, wish)
            if answered is None:
                return 0
            wish = answered
        if self._is_headless:
            print(self._words.say("terminal.no_display"), flush=True)
        app = App(self._qt, Plan(wish, decision, self._settings, self._problems(opened), self._is_headless))
        # `quit` would ask every window whether it may close, and the console never says yes: it lets the room go first.
        app.leaving.left.connect(lambda: self._qt.exit(0))
        app.begin()
        code = self._qt.exec()
        app.end()
        if self._is_headless:
            print(self._words.say("terminal.stopped"), flush=True)
        return code

    def _decision(self, lesson: Path) -> Decision:
        left = running.read(self._data)
        alive = left if left is not None and running.is_alive(left) else None
        found = sessions.unfinished(self._data, lesson)
        return decide(alive, found, lesson, seconds_of_today(time.localtime()))

    def _ask(self, decision: Decision, wish: Wish) -> Wish | None:
        """What the teacher wants with a lesson that was begun today; None is: nothing now. Without a display there is
        nobody to ask in a window, and the latest goes on: nothing that came in is lost that way."""
        if self._is_headless:
            return chosen(wish, decision.ask[0].session, "")
        dialog = dialogs.ResumeDialog(decision.ask, self._words)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return chosen(wish, dialog.session, dialog.label.text().strip())

    def _problems(self, opened: Opened) -> tuple[str, ...]:
        return tuple(
            self._words.say("problems.line", line=each.line, text=sentence(each, self._settings.language))
            if each.line
            else sentence(each, self._settings.language)
            for each in opened.problems
        )
