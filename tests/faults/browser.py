"""A browser of its own for one phone, spoken to without Playwright: that one keeps every page awake, whatever is asked.
It can be frozen, as a phone in a pocket is, and killed whole."""

from __future__ import annotations

import contextlib
import itertools
import json
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.end2end.conftest import CHROMIUM, QUIET
from tests.wire_clients import PATIENCE_S

_FIND = "[...document.querySelectorAll('button.option')]"


class Browser:
    """Chromium with one page, and a profile that stays when the process is killed."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._numbers = itertools.count(1)
        self._until_killed = contextlib.ExitStack()
        port_file = profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        (profile / "SingletonLock").unlink(missing_ok=True)
        silent = subprocess.DEVNULL
        options = [
            "--headless",
            "--remote-debugging-port=0",
            f"--user-data-dir={profile}",
            "--accept-lang=nl-NL",
            *QUIET,
        ]
        self._process = subprocess.Popen(
            [CHROMIUM, *options, "--window-size=390,844", "about:blank"], stdout=silent, stderr=silent
        )
        _until(lambda: port_file.exists() and "\n" in port_file.read_text("ascii"))
        port = port_file.read_text("ascii").splitlines()[0]
        self._socket = self._attached(port)

    def opens(self, url: str) -> None:
        """Go to a page and wait until it is drawn."""
        self._asks("Page.navigate", url=url)
        self.sees("document.querySelector('#screen *') !== null")

    def evaluates(self, code: str) -> Any:
        """The value of an expression in the page."""
        told = self._asks("Runtime.evaluate", expression=code, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def sees(self, code: str) -> None:
        """Wait until this holds in the page."""
        try:
            _until(lambda: self.evaluates(code) is True)
        except AssertionError:
            raise AssertionError(f"{code} never held in: {self.evaluates('document.body.innerText')}") from None

    def joins(self, name: str) -> None:
        """Type a name and be in."""
        self.sees("document.querySelector('input[name=name]') !== null")
        self.evaluates(f"document.querySelector('input[name=name]').value = {json.dumps(name)}")
        self.evaluates("document.querySelector('form').requestSubmit()")
        self.sees("document.querySelector('input[name=name]') === null")

    @property
    def asked(self) -> list[str]:
        """What the page asks: the question and its options."""
        texts: list[str] = self.evaluates(
            "[...document.querySelectorAll('.ask h1, button.option')].map((each) => each.innerText)"
        )
        return texts

    def taps(self, place: int) -> None:
        """Tap an option."""
        self.sees(f"{_FIND}.length > {place}")
        self.evaluates(f"{_FIND}[{place}].click()")

    def option_says(self, place: int, text: str) -> None:
        """Wait until an option says this."""
        self.sees(f"({_FIND}[{place}]?.innerText ?? '').includes({json.dumps(text)})")

    def freezes(self) -> None:
        """Stand still, as a page in a pocket does; see that it does."""
        self.evaluates("document.addEventListener('freeze', () => (window.froze = true))")
        self._asks("Emulation.setFocusEmulationEnabled", enabled=False)
        self._asks("Page.setWebLifecycleState", state="frozen")
        self.sees("window.froze === true")

    def thaws(self) -> None:
        """The student looks at it again."""
        self._asks("Page.setWebLifecycleState", state="active")
        self._asks("Emulation.setFocusEmulationEnabled", enabled=True)
        self.sees("document.visibilityState === 'visible'")

    def has_written(self, text: bytes) -> None:
        """Wait until what the page remembers holds this on disk; a browser takes a few seconds for that."""
        logs = "*/Local Storage/leveldb/*.log"
        _until(lambda: any(text in path.read_bytes().replace(b"\0", b"") for path in self._profile.glob(logs)))

    def forgets_all(self, url: str) -> None:
        """Clear what pages of this address remember."""
        self._asks("Storage.clearDataForOrigin", origin=url.rpartition("/")[0], storageTypes="local_storage")

    def is_killed(self) -> None:
        """Kill the whole browser: nothing of it can say goodbye."""
        self._process.kill()
        self._process.wait(10)
        self._until_killed.close()

    def _attached(self, port: str) -> ClientConnection:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
            pages = [each for each in json.load(answer) if each["type"] == "page"]
        address = pages[0]["webSocketDebuggerUrl"]
        return self._until_killed.enter_context(connect(address, max_size=None, compression=None))

    def _asks(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (told := json.loads(self._socket.recv(PATIENCE_S))).get("id") != number:
            pass
        assert "error" not in told, told
        result: dict[str, Any] = told["result"]
        return result


def _until(such: Callable[[], bool]) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not such():
        assert time.monotonic() < until_s
        time.sleep(0.05)
