"""The one question before a lesson is wiped for good."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from presenter.dialogs import Dialog
from presenter.report.words import Phrases


def confirm_wipe(lesson: str, students: int, phrases: Phrases, parent: QWidget) -> Dialog:
    """Says what is deleted and what stays. Enter cancels."""
    counted = phrases.count("report.students", students)
    return _asked(phrases.say("wipe.text", lesson=lesson, students=counted), phrases, parent)


def confirm_wipe_unreadable(name: str, phrases: Phrases, parent: QWidget) -> Dialog:
    """The same for a file that cannot be read: only its name is known."""
    return _asked(phrases.say("wipe.text.unreadable", name=name), phrases, parent)


def _asked(text: str, phrases: Phrases, parent: QWidget) -> Dialog:
    dialog = Dialog(phrases.say("wipe.title"), text, parent)
    dialog.add_button(phrases.say("wipe.yes")).clicked.connect(dialog.accept)
    dialog.add_button(phrases.say("cancel"), is_primary=True).clicked.connect(dialog.reject)
    return dialog
