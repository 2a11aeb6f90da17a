"""`klassikaal LESSON`: give a lesson; `klassikaal export LESSON OUT`: write its slides to files.

Reads the arguments, opens the lesson, and leaves the rest to the app.

In a packaged app this is also the way into the polling server (`presenter.detached`).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

import lessons
from lessons.package import CannotOpen
from lessons.problems import sentence
from polling.sentences import computer_language
from presenter.detached import CLASS_ARGUMENT, SERVER_ARGUMENT
from presenter.settings import Settings, SettingsFile, default_data
from presenter.words import LANGUAGES

SAMPLES = {"nl": "nl-geluid", "en": "en-sound"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Give a lesson until its window closes. The exit code is 1 when it could not begin."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [SERVER_ARGUMENT]:
        from polling.__main__ import main as serve

        return serve(given[1:])
    if given[:1] == [CLASS_ARGUMENT]:
        from polling.rehearsal import main as rehearse

        return rehearse(given[1:])
    if given[:1] == ["export"]:
        from presenter.export.command import main as export

        return export(given[1:])
    options = _parser().parse_args(given)
    is_headless = lacks_display(sys.platform, os.environ)
    if is_headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.rehearse is None:
        return _give(options, options.data.resolve(), is_headless)
    # What comes of a rehearsal is no lesson that was given: it is kept nowhere.
    with tempfile.TemporaryDirectory(prefix="klassikaal-", ignore_cleanup_errors=True) as folder:
        return _give(options, Path(folder), is_headless)


def lacks_display(platform: str, environment: Mapping[str, str]) -> bool:
    """True on a Linux machine where no window can be opened and nobody chose how to go on without."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environment.get(name) for name in named)


def sample(language: str) -> Path:
    """The lesson that ships with the app, in this language."""
    return Path(lessons.__file__).parent / "samples" / SAMPLES.get(language, SAMPLES["en"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="klassikaal", description="Give a lesson with live polling.")
    parser.add_argument(
        "lesson",
        type=Path,
        nargs="?",
        help="a lesson: a folder, a file, or the text of a page (default: the sample lesson)",
    )
    parser.add_argument("--data", type=Path, default=default_data(), help="the folder that keeps the sessions")
    parser.add_argument("--host", default="", help="the address the phones' server listens on (default: all)")
    parser.add_argument("--port", type=int, help="its port (default: 80, else 8080 and up)")
    parser.add_argument("--language", choices=LANGUAGES, help="of the console (default: the last chosen)")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), help="light, dark or high contrast")
    parser.add_argument(
        "--rehearse", type=int, metavar="N", help="try the lesson with N students who are not there; nothing is kept"
    )
    return parser


def _give(options: argparse.Namespace, data: Path, is_headless: bool) -> int:
    from polling import places, sentences
    from presenter import log
    from presenter.completing.arriving import from_path
    from presenter.start import Start

    unfit = places.why_not(data, places.here())
    if unfit is None:
        log.begin(data)

    settings = _settings(options, options.data.resolve())
    start = Start(settings, data, is_headless, options.rehearse or 0)
    if unfit is not None:
        return start.refuse(sentences.say(unfit.code, settings.language, folder=str(data), service=unfit.service))
    path = (options.lesson or sample(settings.language)).resolve()
    try:
        arrival = from_path(path, data)
    except CannotOpen as reason:
        return start.refuse(sentence(reason, settings.language))
    return start.give(arrival, options.host, options.port)


def _settings(options: argparse.Namespace, data: Path) -> Settings:
    """What was chosen before, with what the command line says for this run."""
    from PySide6.QtCore import QLocale

    kept = SettingsFile(data).read()
    language = options.language or kept.language or computer_language(QLocale.system().name())
    return msgspec.structs.replace(kept, language=language, theme=options.theme or kept.theme)


if __name__ == "__main__":
    sys.exit(main())
