"""Saving the word web at hand: asks where and as what, and writes it. What a file holds is made in presenter.export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from lessons.markdown import plain
from lessons.saving import replace_bytes
from polling.wire import WordsPart
from presenter.export import web
from presenter.report.files import plain_name
from presenter.room_copy import NOTHING_SEEN, RoomSeen
from presenter.settings import Settings
from presenter.stage.scene import Scene
from presenter.words import Words


class WebSaving(QObject):
    """Opens a dialog over `parent`; `say` tells the teacher how it went."""

    def __init__(
        self,
        parent: QWidget,
        scene: Callable[[], Scene | None],
        settings: Settings,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._scene = scene
        self._words = Words(settings.language)
        self._say = say
        self._seen = NOTHING_SEEN

    @Slot(object)
    def on_room(self, seen: RoomSeen) -> None:
        self._seen = seen

    @Slot(object)
    def on_settings(self, settings: Settings) -> None:
        self._words = Words(settings.language)

    @Slot()
    def on_wanted(self) -> None:
        """Ask where the web goes."""
        slide = self._seen.slide
        if slide is None or self._seen.words is None:
            return
        words = self._words
        dialog = QFileDialog(self._window, words.say("web.save"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{words.say(f'web.form{form}')} (*{form})" for form in web.FORMS])
        dialog.setDefaultSuffix(web.FORMS[0].removeprefix("."))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")")))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.selectFile(plain_name(plain(slide.title or slide.question), 100) or words.say("kind.wordweb"))
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the web at hand; the ending of the name says as what."""
        try:
            data = self._made(path)
            if data is not None:
                replace_bytes(path, data)
                self._say(self._words.say("web.saved", file=path.name))
        except OSError:
            self._say(self._words.say("web.not_saved", file=path.name))

    def _made(self, path: Path) -> bytes | None:
        part, scene = self._seen.words, self._scene()
        shown = None if scene is None else web.alone(scene)
        if part is None or shown is None:
            return None
        match path.suffix.lower():
            case ".csv":
                return self._table(part)
            case ".svg":
                return web.as_svg(shown)
            case ".pdf":
                return web.as_pdf(shown, path.stem)
            case _:
                return web.as_png(shown)

    def _table(self, part: WordsPart) -> bytes:
        return web.as_csv(part, self._words.language)
