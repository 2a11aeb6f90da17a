"""presenter/browser.py: what the computer's browser is given."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices

from presenter.browser import in_browser


def test_only_pages_are_given_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: given.append(url.toString()) is None)
    assert in_browser("https://example.org/a")
    for address in ("file:///etc/passwd", "javascript:alert(1)", "calculator:", "", "https://exa mple.org", "https://"):
        assert not in_browser(address)
    assert given == ["https://example.org/a"]
