"""Where what went wrong is written: the log file of this app, for Python, for Qt and for what nobody caught.

The teacher reads sentences in the windows; tracebacks stand here."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LARGEST_BYTES = 500_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger(__name__)


def begin(data: Path) -> None:
    """Write warnings and worse to `<data>/logs/presenter.log`; to the terminal where that cannot be written."""
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=[_handler(data / "logs" / "presenter.log")],
    )
    qInstallMessageHandler(on_qt_message)
    sys.excepthook = on_uncaught


def on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """A message of Qt goes where all others go."""
    logging.getLogger("qt").log(_LEVELS[kind], "%s", message)


def on_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception that nobody caught, also one in a slot: the app goes on. Ctrl-C stays what it is."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.error("not caught", exc_info=(kind, error, trace))


def _handler(path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(path, maxBytes=LARGEST_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return logging.StreamHandler()
