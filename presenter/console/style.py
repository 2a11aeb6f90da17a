"""The colours and the style sheet of the console: values and text. Widgets read colours nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle, islice

from PySide6.QtGui import QColor, QPalette

from presenter.stage import theme
from presenter.stage.badge import ALPHABET
from presenter.stage.theme import Theme

FAMILIES = ["Atkinson Hyperlegible", "Noto Sans", "DejaVu Sans", "Noto Color Emoji"]
TEXT_PX = 15
SMALL_PX = 13
CONTROL_PX = 44
SMALL_CONTROL_PX = 32
LETTERS = ALPHABET


@dataclass(frozen=True)
class Chrome:
    """The colours around the slides. `options` has one for each of LETTERS, each readable on `card`."""

    desk: str
    card: str
    line: str
    track: str
    ink: str
    soft: str
    accent: str
    on_accent: str
    tint: str
    ok: str
    warning: str
    error: str
    options: tuple[str, ...]
    line_px: int = 1


def _for_letters(colours: tuple[str, ...]) -> tuple[str, ...]:
    """A colour for each letter: they begin again where there are more letters."""
    return tuple(islice(cycle(colours), len(LETTERS)))


def _around(stage: Theme, *, desk: str, line: str, track: str) -> Chrome:
    """The stage's colours, with those that only the console has."""
    return Chrome(
        desk=desk,
        card=stage.card,
        line=line,
        track=track,
        ink=stage.ink,
        soft=stage.soft,
        accent=stage.accent,
        on_accent=stage.on_option,
        tint=stage.accent_tint,
        ok=stage.ok,
        warning=stage.warning,
        error=stage.error,
        options=_for_letters(stage.options),
    )


LIGHT = _around(theme.LIGHT, desk="#F3F0E8", line="#DDD9CE", track="#EFECE4")
DARK = _around(theme.DARK, desk="#0E1117", line="#343A48", track="#2C313D")
CONTRAST = Chrome(
    desk="#FFFFFF",
    card="#FFFFFF",
    line="#000000",
    track="#D9D9D9",
    ink="#000000",
    soft="#262626",
    accent="#000000",
    on_accent="#FFFFFF",
    tint="#E6E6E6",
    ok="#004D29",
    warning="#663300",
    error="#8C0000",
    options=_for_letters(("#003A99", "#8A1F0C", "#5C3B00", "#004D29", "#4F1480", "#00464A")),
    line_px=2,
)
CHROMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def palette(chrome: Chrome) -> QPalette:
    """The palette for widgets that paint themselves: Button is a card, Mid a line, AlternateBase the accent's tint,
    PlaceholderText the soft ink, LinkVisited what warns, BrightText what went wrong."""
    colours = QPalette(QColor(chrome.card), QColor(chrome.desk))
    role = QPalette.ColorRole
    for name, colour in (
        (role.WindowText, chrome.ink),
        (role.Text, chrome.ink),
        (role.ButtonText, chrome.ink),
        (role.Base, chrome.card),
        (role.Button, chrome.card),
        (role.Mid, chrome.line),
        (role.Midlight, chrome.track),
        (role.AlternateBase, chrome.tint),
        (role.Highlight, chrome.accent),
        (role.HighlightedText, chrome.on_accent),
        (role.PlaceholderText, chrome.soft),
        (role.Link, chrome.accent),
        (role.LinkVisited, chrome.warning),
        (role.BrightText, chrome.error),
    ):
        colours.setColor(name, QColor(colour))
    return colours


def sheet(chrome: Chrome) -> str:
    """The style sheet of the console and its dialogs."""
    edge = f"{chrome.line_px}px solid {chrome.line}"
    return f"""
    QWidget {{ font-size: {TEXT_PX}px; }}
    QMainWindow, QDialog {{ background: {chrome.desk}; }}
    QLabel {{ color: {chrome.ink}; background: transparent; }}
    QLabel[tone="soft"] {{ color: {chrome.soft}; }}
    QLabel[tone="heading"] {{ color: {chrome.soft}; font-size: {SMALL_PX}px; }}
    QLabel[tone="ok"] {{ color: {chrome.ok}; font-weight: bold; }}
    QLabel[tone="strong"] {{ font-weight: bold; }}
    QLabel[tone="late"] {{ font-weight: bold; color: {chrome.warning}; }}
    QLabel[tone="chip"] {{ background: {chrome.ink}; color: {chrome.card}; border-radius: 8px; padding: 6px 12px;
        font-weight: bold; }}
    QLabel[tone="title"] {{ font-weight: bold; font-size: 18px; }}
    QFrame[tone="card"] {{ background: {chrome.card}; border: {edge}; border-radius: 12px; }}
    QFrame[tone="top"] {{ background: {chrome.card}; border: none; border-bottom: {edge}; }}
    QFrame[tone="bottom"] {{ background: {chrome.card}; border: none; border-top: {edge}; }}
    QFrame[tone="floating"] {{ background: {chrome.desk}; border: {edge}; border-radius: 20px; }}
    QFrame[tone="floating"] QPushButton {{ font-size: 20px; }}
    QLabel[tone="picture"] {{ border: {edge}; }}
    QFrame[tone="rule"] {{ background: {chrome.line}; border: none; }}
    QFrame[tone="quiet"] {{ background: {chrome.tint}; border: none; }}
    QFrame[tone="warning"] {{ background: {chrome.card}; border: none; border-left: 6px solid {chrome.warning}; }}
    QFrame[tone="passing"] {{ background: {chrome.card}; border: 2px solid {chrome.warning};
        border-radius: 8px; }}
    QFrame[tone="error"] {{ background: {chrome.card}; border: none; border-left: 6px solid {chrome.error}; }}
    QPlainTextEdit, QListView {{ background: transparent; color: {chrome.ink}; border: none;
        placeholder-text-color: {chrome.soft};
        selection-background-color: {chrome.accent}; selection-color: {chrome.on_accent}; }}
    QPlainTextEdit:focus, QListView:focus, QScrollArea:focus {{
        border: 2px solid {chrome.accent}; border-radius: 6px; }}
    QListView[tone="people"]:focus {{ border: none; }}
    QLineEdit, QListWidget {{ background: {chrome.card}; color: {chrome.ink}; border: {edge};
        border-radius: 8px; padding: 8px; }}
    QListWidget {{ outline: none; }}
    QListWidget::item {{ padding: 8px; border-radius: 6px; }}
    QListWidget::item:selected {{ background: {chrome.tint}; color: {chrome.ink}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: 8px; background: transparent; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {chrome.line}; border-radius: 4px; min-height: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSlider:horizontal {{ min-height: 28px; }}
    QSlider::groove:horizontal {{ height: 8px; border-radius: 4px; background: {chrome.track}; border: {edge}; }}
    QSlider::sub-page:horizontal {{ border-radius: 4px; background: {chrome.accent}; }}
    QSlider::handle:horizontal {{ width: 20px; margin: -7px 0; border-radius: 10px; background: {chrome.card};
        border: 2px solid {chrome.accent}; }}
    QSlider::handle:horizontal:focus {{ background: {chrome.accent}; }}
    QComboBox {{ background: {chrome.card}; color: {chrome.ink}; border: {edge};
        border-radius: 8px; padding: 0 10px; min-height: 34px; }}
    QComboBox:focus {{ border: 2px solid {chrome.accent}; }}
    QComboBox::drop-down {{ border: none; width: 30px; }}
    QComboBox QAbstractItemView {{ background: {chrome.card}; color: {chrome.ink}; border: {edge};
        selection-background-color: {chrome.tint}; selection-color: {chrome.ink}; outline: none; }}
    QMenu {{ background: {chrome.card}; color: {chrome.ink}; border: {edge}; padding: 6px; }}
    QMenu::item {{ padding: 10px 28px 10px 28px; border-radius: 8px; }}
    QMenu::item:selected {{ background: {chrome.tint}; }}
    QMenu::item:disabled {{ color: {chrome.soft}; }}
    QMenu[tone="offer"] {{ font-size: 16px; }}
    QMenu[tone="offer"]::item {{ padding: 12px 28px; min-height: 20px; }}
    QMenu::indicator {{ width: 14px; height: 14px; left: 8px; }}
    QMenu::separator {{ height: 1px; background: {chrome.line}; margin: 6px 8px; }}
    QToolTip {{ background: {chrome.ink}; color: {chrome.card}; border: none; padding: 6px; }}
    """
