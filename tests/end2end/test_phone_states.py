"""Every state of the phone page on every kind of screen, in both languages, light and dark: nothing beside the screen,
every answer in sight and large enough to tap, and nothing that bars anyone who sees, moves or reads differently."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, BrowserContext

from tests.npm import fetched
from tests.phone_states import STATES
from tests.scripted_phone import ScriptedPhone

SMALL = ((320, 480),)
SIZES = ((320, 480), (390, 844), (844, 390), (820, 1180), (1366, 768))

FITTED = """() => new Promise((done) => {
  const tall = () => document.documentElement.style.getPropertyValue('--tall');
  const look = () => (tall() === `${innerHeight}px` ? done() : requestAnimationFrame(look));
  look();
})"""

FAULTS = """() => {
  const faults = [];
  const {innerWidth: wide, innerHeight: tall} = window;
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > wide) faults.push(`the page is ${scrollWidth} wide`);
  for (const element of document.querySelectorAll('#screen *')) {
    const box = element.getBoundingClientRect();
    if (box.width && !element.closest('.unseen') && (box.left < -1 || box.right > wide + 1)) {
      faults.push(`${element.tagName}.${element.className} lies beside the screen`);
    }
  }
  const name = (element) => `"${element.textContent.slice(0, 20)}"`;
  for (const target of document.querySelectorAll('button, input, textarea, summary, .links a')) {
    const box = target.getBoundingClientRect();
    // WCAG asks for 24. What answers has 56 where there is room.
    const isSmall = tall < 600 || !target.closest('.answers') || target.matches('input');
    const least = target.matches('.away, summary') ? 44 : isSmall ? 48 : 56;
    if (box.height < least || box.width < least) faults.push(`${name(target)} is ${box.width} by ${box.height}`);
  }
  const answers = document.querySelector('.answers');
  if (answers && answers.querySelector('button:enabled, input, textarea')) {
    for (const target of answers.querySelectorAll('button, input, textarea')) {
      const {top, bottom} = target.getBoundingClientRect();
      if (top < 0 || bottom > tall + 0.5) faults.push(`${name(target)} is below the fold, ${top} to ${bottom}`);
      const edge = target.closest('.answers').getBoundingClientRect();
      if (bottom > edge.bottom + 0.5) faults.push(`${name(target)} is cut off, ${bottom} below ${edge.bottom}`);
    }
  }
  for (const option of document.querySelectorAll('.option')) {
    const said = option.querySelector('.said').getBoundingClientRect();
    if (said.height > option.getBoundingClientRect().height) faults.push(`${name(option)} is taller than its button`);
  }
  const title = document.querySelector('h1');
  if (title && title.getBoundingClientRect().top > tall - 20) faults.push('the title is out of sight');
  return faults;
}"""

TESTED = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def drawing() -> bytes:
    """A wide picture, as a phone gets it."""
    picture = Image.new("RGB", (1280, 800), (190, 205, 160))
    ImageDraw.Draw(picture).ellipse((300, 200, 900, 700), fill=(80, 120, 160))
    kept = io.BytesIO()
    picture.save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture(scope="module", params=["nl-NL", "en-GB"])
def phone(request: pytest.FixtureRequest, browser: Browser, drawing: bytes) -> Iterator[ScriptedPhone]:
    context: BrowserContext = browser.new_context(locale=request.param, has_touch=True, reduced_motion="reduce")
    scripted = ScriptedPhone(context)
    scripted.picture = drawing
    scripted.language = request.param[:2]
    yield scripted
    context.close()


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker of the web's rules for everyone."""
    return fetched("axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("name", STATES)
def test_every_state_fits_every_screen_and_everyone(phone: ScriptedPhone, axe: str, pictures: Path, name: str) -> None:
    folder = pictures / "phone"
    folder.mkdir(exist_ok=True)
    page = phone.page
    phone.begins()
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="light")
    STATES[name](phone)
    faults: list[str] = []
    for width, height in SIZES if phone.language == "nl" else SMALL:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(FITTED)
        found = page.evaluate(FAULTS)
        faults += [f"{width}x{height}: {fault}" for fault in found]
        if phone.language == "nl" or found:
            page.screenshot(path=folder / f"{name}-{width}x{height}-{phone.language}.png")
    page.set_viewport_size({"width": 360, "height": 640})
    if phone.language == "en":
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=folder / f"{name}-dark.png")
    faults += violations(page, axe)
    assert faults == []
    assert phone.errors == []


def violations(page: Any, axe: str) -> list[str]:
    """What the checker finds on the page as it is now."""
    page.evaluate(axe)
    found = page.evaluate("(tested) => axe.run(document, tested)", TESTED)
    return [
        f"{each['id']}: {node['html'][:120]} {node['failureSummary'][:300]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
