"""A student with the real phone page in a real browser. It finds things as a person does: by what they say."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

PATIENCE_MS = 15_000


class BrowserPhone:
    """One page. What a student does waits until it is seen to have worked."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)

    def joins(self, name: str) -> None:
        """Type a name and be in."""
        self.page.get_by_label("Hoe heet je?").fill(name)
        self.page.get_by_role("button", name="Doe mee").click()
        expect(self.page.get_by_role("textbox", name="Hoe heet je?")).to_have_count(0)
        self.sees(name)

    def sees(self, text: str) -> None:
        """Wait until this text is on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def chooses(self, letter: str) -> None:
        """Tap an option by its letter, and see "verstuurd" on it."""
        option = self.page.locator("button.option").nth("ABCDEF".index(letter))
        option.click()
        expect(option).to_have_attribute("aria-pressed", "true")
        expect(option.get_by_text("verstuurd", exact=True)).to_be_visible()

    def sends_word(self, word: str) -> None:
        """Put a word on the web, and see it marked as stored."""
        self.page.get_by_placeholder("Typ een woord").fill(word)
        self.page.get_by_role("button", name="Voeg toe").click()
        expect(self.page.locator("li.word.stored", has_text=word)).to_be_visible()

    def withdraws(self, word: str) -> None:
        """Take a word back."""
        self.page.get_by_role("button", name=f"Haal {word} weg").click()
        expect(self.page.locator("li.word", has_text=word)).to_have_count(0)

    def writes(self, text: str) -> None:
        """Send a text, and see that it is stored."""
        self.page.get_by_placeholder("Typ je antwoord").fill(text)
        self.page.get_by_role("button", name=re.compile("^Verstuur")).click()
        expect(self.page.get_by_role("button", name="verstuurd")).to_be_visible()

    def is_pictured(self, path: Path) -> None:
        """Keep a picture of the page."""
        self.page.screenshot(path=path)
