"""Our themes: a newsprint light, an ink dark, high contrast, and the terminal's own colours."""

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

from tui_reader.tui.palette import DARK, HIGH_CONTRAST, INK, LIGHT, NEWSPRINT, SIXTEEN, STRONG, TERMINAL

__all__ = ["INK", "NEWSPRINT", "THEMES", "colours_for"]


def colours_for(theme: Theme) -> Mapping[str, str]:
    """Give the variables our style sheet needs, for a theme that does not bring them."""
    if theme.ansi:
        return SIXTEEN
    return DARK if theme.dark else LIGHT


THEMES = (
    Theme(
        name=INK,
        primary="#e0b25a",
        secondary="#7fc8f8",
        accent="#f0c75e",
        foreground="#e8e4da",
        background="#14161a",
        surface="#1a1d22",
        panel="#22262c",
        warning="#ffb68f",
        error="#ff9d94",
        success="#8bd99a",
        dark=True,
        variables=dict(DARK),
    ),
    Theme(
        name=NEWSPRINT,
        primary="#653c00",
        secondary="#003f73",
        accent="#7e124a",
        foreground="#1c1a17",
        background="#f7f2e6",
        surface="#efe9da",
        panel="#e9e2cf",
        warning="#702f00",
        error="#8c1111",
        success="#0a5227",
        dark=False,
        variables=dict(LIGHT),
    ),
    Theme(
        name=HIGH_CONTRAST,
        primary="#ffffff",
        secondary="#8ad8ff",
        accent="#ffe14d",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1e1e1e",
        warning="#ffc39b",
        error="#ffb0a8",
        success="#7dff8e",
        dark=True,
        variables=dict(STRONG),
    ),
    Theme(
        name=TERMINAL,
        ansi=True,
        primary="ansi_default",
        secondary="ansi_cyan",
        accent="ansi_magenta",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        warning="ansi_red",
        error="ansi_red",
        success="ansi_green",
        dark=True,
        variables={**BUILTIN_THEMES["ansi-dark"].variables, **SIXTEEN},
    ),
)
