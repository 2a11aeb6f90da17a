"""How calm a word web is: how far words travel for each word that arrives, beside the naive way, which places the same
words anew along a spiral each time. Also how long laying out and painting take. Writes docs/word-web.md.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from presenter.stage.content import WebContent
from presenter.stage.motion import towards
from presenter.stage.paint import paint
from presenter.stage.scene import Scene, Strip
from presenter.stage.theme import HEIGHT, LIGHT, WIDTH
from presenter.stage.weblayout import woven
from presenter.stage.webmap import BOTTOM, LEFT, MIDDLE, RIGHT, TOP, Place, View, Web, Word
from presenter.stage.webtext import centre_size, word_width
from tests.web_words import DUTCH, all_of, growing, said

PAGE = Path(__file__).parents[1] / "docs" / "word-web.md"
HEAD = """# How calm the word web is

Written by `python bench/calm.py`. A class of thirty sends three words each, from a list of Dutch words, one by one. A
travel is the distance in pixels of the 1920 x 1080 canvas between where a word stood before and after one arrival.

| layout | mean travel per arriving word | 95th percentile of travels | words that stand still | repacks |
|---|---|---|---|---|"""
TIMES = """
Ten new words come into a web of 150, as far as it can show them; painting is at 1080p. Milliseconds of processor time,
so that others who use the machine count less.

| view | ten words: median (largest) | words shown | branches | painting at rest | while ten come in |
|---|---|---|---|---|---|"""
CENTRE = "Waar gebruik je water voor?"
BATCHES, PAINTINGS = 30, 40
SPIRAL = [
    (MIDDLE[0] + 1.8 * step * 0.16 * math.cos(step * 0.1), MIDDLE[1] + step * 0.16 * math.sin(step * 0.1))
    for step in range(5000)
]


def empty(view: View) -> Web:
    """A web before its first word."""
    return Web("s5", 1, CENTRE, *centre_size(CENTRE), TOP, view)


def ours(web: Web, words: tuple[Word, ...]) -> Web:
    """The web of the app."""
    return woven(web, words, word_width)


def naive(web: Web, words: tuple[Word, ...]) -> Web:
    """The same words in the same sizes, all placed anew: the largest first, each along a spiral from the middle."""
    sized = woven(replace(web, words=(), places=(), branches=()), words, word_width)
    walls: list[tuple[float, float, float, float]] = [web.middle.box()] if web.middle.width else []
    found: list[Place] = []
    for place in sorted(sized.places, key=lambda place: -place.count):
        half_w, half_h = place.width / 2 + 8, place.height / 2 + 8
        for x, y in SPIRAL:
            if not (LEFT + half_w <= x <= RIGHT - half_w and TOP + half_h <= y <= BOTTOM - half_h):
                continue
            if all(
                x + half_w <= left or x - half_w >= right or y + half_h <= top or y - half_h >= bottom
                for left, top, right, bottom in walls
            ):
                found.append(replace(place, x=x, y=y))
                walls.append(found[-1].box())
                break
    return replace(sized, places=tuple(found))


def travels(lay_out: Callable[[Web, tuple[Word, ...]], Web], view: View) -> tuple[list[float], list[float], int]:
    """For each arrival the mean travel of the words that stood there; the travel of each; how often all moved."""
    web, means, each = empty(view), [], []
    for words in growing(said()):
        later = lay_out(web, words)
        stood = {place.key: place for place in web.places}
        moved = [
            math.dist((place.x, place.y), (stood[place.key].x, stood[place.key].y))
            for place in later.places
            if place.key in stood
        ]
        if moved:
            means.append(statistics.fmean(moved))
            each += moved
        web = later
    return means, each, web.repacks


def batch_ms(view: View) -> tuple[float, float, int, int]:
    """Ten new words into a web of 150: median and largest time, and how many of the 150 are shown and have a branch."""
    told = all_of(DUTCH[:150])
    web = empty(view)
    for words in growing(told, 5):
        web = ours(web, words)
    times = []
    for number in range(BATCHES):
        more = tuple(Word(f"nieuw {number} {n}", DUTCH[150 + (number + n) % 50], 1) for n in range(10))
        begin = time.process_time()
        ours(web, web.words + more)
        times.append((time.process_time() - begin) * 1000)
    return statistics.median(times), max(times), len(web.places), len(web.branches)


def painting_ms(view: View, is_moving: bool) -> float:
    """The median time to paint the most words up to 150 at 1080p, at rest or while the last ten come in."""
    web = empty(view)
    for words in growing(all_of(DUTCH[:150]), 5):
        web = ours(web, words)
    scene = _scene(web)
    if is_moving:
        before = _scene(replace(web, places=web.places[:-10], branches=web.branches[:-10]))
        scene = replace(scene, tweens=towards(scene.goals(), before.goals(), {}, 0.0))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    times = []
    for number in range(PAINTINGS):
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        begin = time.process_time()
        paint(painter, scene, 0.01 * (number % 30))
        times.append((time.process_time() - begin) * 1000)
        painter.end()
    return statistics.median(times)


def _scene(web: Web) -> Scene:
    return Scene("s5", WebContent(web, words=len(web.words), participants=30), LIGHT, "nl", Strip("5 / 12", 0.4))


def _row(name: str, found: tuple[list[float], list[float], int]) -> str:
    means, each, repacks = found
    p95 = sorted(each)[int(len(each) * 0.95)]
    still = sum(moved == 0 for moved in each) / len(each)
    return f"| {name} | {statistics.fmean(means):.1f} | {p95:.1f} | {still:.1%} | {repacks} |"


def page() -> str:
    """The figures as Markdown."""
    lines = [HEAD]
    for view in View:
        calm, wild = travels(ours, view), travels(naive, view)
        lines.append(_row(f"{view.value}, ours", calm))
        lines.append(_row(f"{view.value}, all anew along a spiral", wild))
        lines.append(
            f"| {view.value}: times calmer | {statistics.fmean(wild[0]) / statistics.fmean(calm[0]):.0f} | | | |"
        )
    lines.append(TIMES)
    for view in View:
        median, most, shown, branches = batch_ms(view)
        rest, moving = painting_ms(view, is_moving=False), painting_ms(view, is_moving=True)
        lines.append(f"| {view.value} | {median:.1f} ({most:.1f}) | {shown} | {branches} | {rest:.1f} | {moving:.1f} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print, write."""
    app = QApplication([])
    text = page()
    print(text)
    PAGE.write_text(text, "utf-8")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
