"""Colours that can be read, and told apart, by everybody."""

from itertools import combinations
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.tui.reader import reading, write_stories
from tui_reader.model import FigureKind
from tui_reader.settings import Settings
from tui_reader.state import ReadingState
from tui_reader.tui.looks import LOOKS
from tui_reader.tui.palette import INK, NEWSPRINT, OURS, TERMINAL, TEXTUALS
from tui_reader.tui.theme import THEMES

PAINTED = [theme for theme in THEMES if not theme.ansi]
DIM_EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How light arrives in eyes that lack one kind of cone (Machado and others, 2009)."""


def light(colour: str) -> tuple[float, float, float]:
    """Give a colour's parts as light, linear."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in Color.parse(colour).rgb)
    )
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, as WCAG reckons it."""
    weights = (0.2126, 0.7152, 0.0722)
    first, second = (sum(w * part for w, part in zip(weights, light(c), strict=True)) for c in (one, other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def lab(parts: tuple[float, ...]) -> tuple[float, float, float]:
    """Give light as CIE L*a*b*."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in parts)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    bent = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z)]
    return 116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """Give how a colour looks to eyes that lack a kind of cone."""
    parts = light(colour)
    return lab(tuple(sum(m * part for m, part in zip(row, parts, strict=True)) for row in DIM_EYES[eyes]))


@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: str(theme.name))
def test_text_stands_out(theme: object) -> None:
    """In themes of ours all text has a contrast of at least 7:1 with whatever it may stand on."""
    (of,) = [each for each in PAINTED if each is theme]
    inks = {name: getattr(of, name) for name in ("foreground", "primary", "accent", "warning")}
    inks |= {
        name: of.variables[f"reader-{name}"] for name in ("text-dim", *(kind for kind in FigureKind if kind != "other"))
    }
    for name, ink in inks.items():
        for ground in (of.background, of.surface, of.panel):
            assert contrast(ink, str(ground)) >= 7, name
    for pair in ("mention", "current"):
        assert contrast(of.variables[f"reader-{pair}"], of.variables[f"reader-{pair}-ground"]) >= 7


def shapes() -> dict[str, frozenset[str]]:
    """Give the attributes of each kind of figure, from the table of looks."""
    return {
        kind: frozenset(word for word in LOOKS[f"pane--figure-{kind}"].split() if word[0] != "$") for kind in FigureKind
    }


def test_kinds_differ_in_shape() -> None:
    """Without any colour, no two kinds of figures look alike."""
    found = shapes()
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("eyes", DIM_EYES)
@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: str(theme.name))
def test_common_kinds_differ_to_all_eyes(theme: object, eyes: str) -> None:
    """Money, percentages, quantities and dates differ in colour to eyes that lack a kind of cone."""
    (of,) = [each for each in PAINTED if each is theme]
    for one, other in combinations(("money", "percent", "quantity", "date"), 2):
        pair = [seen(of.variables[f"reader-{kind}"], eyes) for kind in (one, other)]
        assert sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5 >= 8, (one, other)


def test_all_of_textuals_themes_are_offered() -> None:
    """The names that need no Textual to be known are Textual's."""
    assert set(TEXTUALS) == set(BUILTIN_THEMES)


async def test_colours_go_round_and_are_kept(tmp_path: Path) -> None:
    """``c`` goes through our themes; the last one is there at the next start, unless the settings changed."""
    stories = write_stories(tmp_path / "stories")
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.app.theme == INK
        seen_themes = []
        for _ in OURS:
            await at.press("c")
            seen_themes.append(at.app.theme)
            assert "Rotterdam counts its ships" in at.text()
        assert seen_themes == [*OURS[1:], INK]
        await at.press("c")
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.app.theme == NEWSPRINT
    async with reading(stories, state=tmp_path / "state", settings=Settings(theme=TERMINAL)) as at:
        assert at.app.theme == TERMINAL


@pytest.mark.parametrize("theme", [*OURS, *TEXTUALS])
async def test_every_theme_draws_the_page(tmp_path: Path, theme: str) -> None:
    """Every theme brings all that the style sheet asks for."""
    stories = write_stories(tmp_path / "stories", paragraphs=2)
    async with reading(stories, settings=Settings(theme=theme), size=(80, 24)) as at:
        assert at.app.theme == theme
        assert "Rotterdam counts its ships" in at.text()


async def test_an_explicit_theme_wins(tmp_path: Path) -> None:
    """What was asked for on the command line is stronger than what was set and chosen."""
    from tui_reader.archive import Archive
    from tui_reader.tui.app import ReaderApp

    stories = write_stories(tmp_path / "stories", paragraphs=2)
    archive, state = Archive([str(stories)]), ReadingState.open(None)
    archive.read_first(None)
    state.choose("theme", NEWSPRINT)
    state.choose("theme.instead", INK)
    assert ReaderApp(archive, Settings(), state).theme == NEWSPRINT
    assert ReaderApp(archive, Settings(), state, theme="nord").theme == "nord"
    state.close()
