"""presenter/console/parts.py: the small widgets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from presenter.console.parts import Card, ElidedLabel, KeyButton, PlainLabel, Stacked, Wide
from presenter.console.style import CONTROL_PX


def test_a_plain_label_stays_plain_whatever_it_is_told(qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    label.setText("<b>vet</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    plain_width = label.sizeHint().width()
    label.setText("vet")
    assert plain_width > label.sizeHint().width()


def test_a_button_is_as_wide_as_its_words_and_its_key(qtbot: QtBot) -> None:
    button = KeyButton("Q")
    qtbot.addWidget(button)
    button.say("Doe mee")
    short = button.sizeHint()
    assert short.height() == CONTROL_PX
    button.press_key("PgDn")
    assert button.sizeHint().width() > short.width()
    button.say("+30 s", "Dertig seconden erbij")
    assert button.accessibleName() == "Dertig seconden erbij"


def test_a_note_makes_a_button_wider_when_it_must_and_never_higher(qtbot: QtBot) -> None:
    button = KeyButton("→", is_primary=True)
    qtbot.addWidget(button)
    button.say("Ga")
    bare = button.sizeHint()
    button.add_note("iedereen heeft geantwoord")
    assert button.minimumSizeHint().width() > bare.width()
    assert button.sizeHint().height() == bare.height()
    button.add_note("")
    assert button.sizeHint() == bare


def test_a_long_title_gives_way(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("Een titel die veel langer is dan er ooit op deze balk past")
    assert label.minimumSizeHint().width() <= 60 < label.sizeHint().width()


def test_a_wide_child_keeps_its_shape(qtbot: QtBot) -> None:
    child = QWidget()
    wide = Wide(child)
    qtbot.addWidget(wide)
    wide.resize(800, 300)
    wide.show()
    assert child.geometry().getRect() == (0, 0, 533, 300)


def test_a_card_under_the_slide_leaves_no_hole(qtbot: QtBot) -> None:
    slide, card = Wide(QWidget()), Card()
    card.inside.addWidget(PlainLabel("een regel"))
    stacked = Stacked(slide, card)
    qtbot.addWidget(stacked)
    stacked.resize(640, 700)
    stacked.show()
    assert slide.geometry().getRect() == (0, 0, 640, 360)
    assert card.y() == 372
    assert card.height() < 120
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    card.updateGeometry()
    stacked.resize(640, 701)
    assert card.geometry().bottom() == stacked.height() - 1
