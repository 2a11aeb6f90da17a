"""How calm a word web is: how far words travel for each word that arrives, beside the naive way, which places the same
words anew along a spiral each time. Also how long laying out and painting take. Prints a page in Markdown.

A class of thirty sends three words each, from a list of Dutch words; a travel is the distance between where a word
stood before and after one arrival, of every word that stood there. Times are of one core and of this machine.
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

CENTRE = "Waar gebruik je water voor?"
BATCHES, PAINTINGS = 30, 40


def empty(view: View) -> Web:
    """A web before its first word."""
    return Web("s5", 1, CENTRE, *centre_size(CENTRE), TOP, view)


def ours(web: Web, words: tuple[Word, ...]) -> Web:
    """The web of the app."""
    return woven(web, words, word_width)


def naive(web: Web, words: tuple[Word, ...]) -> Web:
    """The same words in the same sizes, all placed anew: the largest first, each along a spiral from the middle."""
    sized = woven(replace(web, words=(), places=(), branches=()), words, word_width)
    placed: list[Place] = [web.middle] if web.middle.width else []
    found: list[Place] = []
    for place in sorted(sized.places, key=lambda place: -place.count):
        spot = next((spot for spot in _spiral(place) if not any(spot.overlaps(other, 8) for other in placed)), None)
        if spot is not None:
            placed.append(spot)
            found.append(spot)
    return replace(sized, places=tuple(found))


def _spiral(place: Place) -> list[Place]:
    spots = []
    for step in range(6000):
        angle, radius = step * 0.1, step * 0.16
        x, y = MIDDLE[0] + 1.8 * radius * math.cos(angle), MIDDLE[1] + radius * math.sin(angle)
        left, top, right, bottom = replace(place, x=x, y=y).box()
        if left >= LEFT and right <= RIGHT and top >= TOP and bottom <= BOTTOM:
            spots.append(replace(place, x=x, y=y))
    return spots


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
        begin = time.perf_counter()
        ours(web, web.words + more)
        times.append((time.perf_counter() - begin) * 1000)
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
        begin = time.perf_counter()
        paint(painter, scene, 0.01 * (number % 30))
        times.append((time.perf_counter() - begin) * 1000)
        painter.end()
    return statistics.median(times)


def _scene(web: Web) -> Scene:
    return Scene("s5", WebContent(web, words=len(web.words), participants=30), LIGHT, "nl", Strip("5 / 12", 0.4))


def _row(name: str, found: tuple[list[float], list[float], int]) -> str:
    means, each, repacks = found
    p95 = sorted(each)[int(len(each) * 0.95)]
    still = sum(moved == 0 for moved in each) / len(each)
    return f"| {name} | {statistics.fmean(means):.1f} | {p95:.1f} | {still:.1%} | {repacks} |"


def main() -> int:
    """Measure and print."""
    app = QApplication([])
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    print("| layout | mean travel per arriving word, px | 95th percentile of all travels | words that stand still | repacks |")
    print("|---|---|---|---|---|")
    for view in View:
        calm, wild = travels(ours, view), travels(naive, view)
        print(_row(f"{view.value}, ours", calm))
        print(_row(f"{view.value}, all anew along a spiral", wild))
        print(f"| {view.value}: times calmer | {statistics.fmean(wild[0]) / statistics.fmean(calm[0]):.0f} | | | |")
    print("\n| view | ten words into 150: median (largest), ms | shown | branches | painting at rest, ms | moving, ms |")
    print("|---|---|---|---|---|---|")
    for view in View:
        median, most, shown, branches = batch_ms(view)
        rest, moving = painting_ms(view, is_moving=False), painting_ms(view, is_moving=True)
        print(f"| {view.value} | {median:.1f} ({most:.1f}) | {shown} | {branches} | {rest:.1f} | {moving:.1f} |")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
