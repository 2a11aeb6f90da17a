"""The board looks as it did when it was last looked at by eye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from presenter.stage import bars, fonts
from presenter.stage.content import QuizContent, TextContent
from presenter.stage.paint import paint, picture
from presenter.stage.scene import Scene
from presenter.stage.theme import WIDTH
from tests.references import KEPT, SIZE, difference, drawn, path_of, pil, scenes

ALL = [(theme, name) for theme, names in KEPT.items() for name in names]
REVEALED = ("light", "quiz four, revealed")


@pytest.fixture(scope="module")
def kept(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Scene]:
    """The scenes of the references."""
    fonts.load()
    return scenes(tmp_path_factory.mktemp("references"))


@pytest.mark.parametrize(("theme", "name"), ALL)
def test_it_looks_like_its_reference(kept: dict[tuple[str, str], Scene], theme: str, name: str) -> None:
    now = drawn(kept[theme, name])
    with Image.open(path_of(theme, name)) as before:
        apart = difference(now, before)
    if not apart.is_small:
        seen = Path("artefacts") / "references" / path_of(theme, name).name
        seen.parent.mkdir(parents=True, exist_ok=True)
        now.save(seen)
        pytest.fail(
            f"“{name}” ({theme}) looks different: mean {apart.mean:.2f}, changed {apart.changed:.2%}.\n"
            f"Look at {seen} beside {path_of(theme, name)}; when it is meant: python -m tests.references"
        )


def test_references_stay_small() -> None:
    files = [path_of(theme, name) for theme, name in ALL]
    assert sorted(files) == sorted(files[0].parent.iterdir())
    assert sum(file.stat().st_size for file in files) < 1_500_000


def _other_bar(scene: Scene, content: QuizContent) -> Scene:
    assert content.results is not None
    return replace(scene, content=replace(content, results=replace(content.results, counts=(3, 14, 8, 2))))


def _other_colour(scene: Scene, content: QuizContent) -> Scene:
    return replace(scene, theme=replace(scene.theme, ok="#1D5FD1"))


def _other_tone(scene: Scene, content: QuizContent) -> Scene:
    options = ("#1D5FD1", "#B8402A", "#8A5A00", "#7B3FB0", *scene.theme.options[4:])
    return replace(scene, theme=replace(scene.theme, options=options))


@pytest.mark.parametrize("changed", [_other_bar, _other_colour, _other_tone])
def test_a_change_of_bar_or_colour_is_noticed(
    kept: dict[tuple[str, str], Scene], changed: Callable[[Scene, QuizContent], Scene]
) -> None:
    scene = kept[REVEALED]
    assert isinstance(scene.content, QuizContent)
    with Image.open(path_of(*REVEALED)) as before:
        assert not difference(drawn(changed(scene, scene.content)), before).is_small


def test_a_missing_tick_is_noticed(kept: dict[tuple[str, str], Scene], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "draw_tick", lambda *told: None)
    with Image.open(path_of(*REVEALED)) as before:
        assert not difference(drawn(kept[REVEALED]), before).is_small


def test_a_shifted_title_is_noticed(kept: dict[tuple[str, str], Scene], monkeypatch: pytest.MonkeyPatch) -> None:
    from presenter.stage import textlayout

    name = ("light", "text bullets, resting")
    assert isinstance(kept[name].content, TextContent)
    monkeypatch.setattr(textlayout, "TOP", textlayout.TOP + 8)
    with Image.open(path_of(*name)) as before:
        assert not difference(drawn(kept[name]), before).is_small


@pytest.mark.parametrize("name", ALL[::7])
def test_what_is_half_a_pixel_away_or_drawn_finer_is_the_same_picture(
    kept: dict[tuple[str, str], Scene], name: tuple[str, str]
) -> None:
    aside = QImage(SIZE, QImage.Format.Format_RGB32)
    aside.fill(QColor(kept[name].theme.paper))
    painter = QPainter(aside)
    painter.translate(0.5, 0.5)
    painter.scale(SIZE.width() / WIDTH, SIZE.width() / WIDTH)
    paint(painter, kept[name], 0.0)
    painter.end()
    finer = pil(picture(kept[name], SIZE * 2)).resize((SIZE.width(), SIZE.height()), Image.Resampling.LANCZOS)
    with Image.open(path_of(*name)) as before:
        assert difference(pil(aside), before).is_small
        assert difference(finer, before).is_small


@pytest.mark.parametrize("name", ALL[::7])
def test_letters_drawn_a_little_differently_are_the_same_picture(
    kept: dict[tuple[str, str], Scene], name: tuple[str, str]
) -> None:
    soft = drawn(kept[name]).filter(ImageFilter.GaussianBlur(0.6))
    with Image.open(path_of(*name)) as before:
        assert difference(soft, before).is_small
