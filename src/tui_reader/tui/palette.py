"""The themes by name and our own colours, as plain values: this module loads nothing."""

from collections.abc import Mapping
from types import MappingProxyType

INK = "ink"
NEWSPRINT = "newsprint"
HIGH_CONTRAST = "high-contrast"
TERMINAL = "terminal"
"""The sixteen colours that the terminal's owner has chosen."""

OURS = (INK, NEWSPRINT, HIGH_CONTRAST, TERMINAL)
"""What the key for colours goes through."""
TEXTUALS = (
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "catppuccin-latte",
    "catppuccin-frappe",
    "catppuccin-macchiato",
    "solarized-light",
    "solarized-dark",
    "rose-pine",
    "rose-pine-moon",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
    "ansi-dark",
    "ansi-light",
)
"""Themes that come with Textual."""
THEME_NAMES = (*OURS, *TEXTUALS)
"""Everything that ``theme`` may be."""

_DARK = {
    "text-dim": "#bab6a9",
    "rule": "#5b5a52",
    "cursor": "#2a2d33",
    "money": "#8bd99a",
    "percent": "#f0c75e",
    "quantity": "#6fc0f5",
    "count": "#6fc0f5",
    "ordinal": "#f4a6c8",
    "date": "#dcd4ff",
    "period": "#dcd4ff",
    "age": "#ffb68f",
    "mention": "#ffe9a8",
    "mention-ground": "#473a10",
    "current": "#14161a",
    "current-ground": "#f0c75e",
}
_LIGHT = {
    "text-dim": "#494435",
    "rule": "#a39c86",
    "cursor": "#e6dec9",
    "money": "#094d24",
    "percent": "#5e4000",
    "quantity": "#003f73",
    "count": "#003f73",
    "ordinal": "#7e124a",
    "date": "#43267e",
    "period": "#43267e",
    "age": "#702f00",
    "mention": "#1c1a17",
    "mention-ground": "#ffe27a",
    "current": "#fffaf0",
    "current-ground": "#6b3f00",
}
_STRONG = {
    "text-dim": "#e0e0e0",
    "rule": "#b0b0b0",
    "cursor": "#2b2b2b",
    "money": "#7dff8e",
    "percent": "#ffe14d",
    "quantity": "#6cc9ff",
    "count": "#6cc9ff",
    "ordinal": "#ffb3d9",
    "date": "#ece4ff",
    "period": "#ece4ff",
    "age": "#ffc39b",
    "mention": "#000000",
    "mention-ground": "#ffffff",
    "current": "#000000",
    "current-ground": "#ffe14d",
}
# Only colours that can be read on white and on black; the rest is told by shape.
_SIXTEEN = {
    "text-dim": "ansi_default",
    "rule": "ansi_default",
    "cursor": "ansi_default",
    "money": "ansi_green",
    "percent": "ansi_magenta",
    "quantity": "ansi_blue",
    "count": "ansi_blue",
    "ordinal": "ansi_red",
    "date": "ansi_cyan",
    "period": "ansi_cyan",
    "age": "ansi_red",
    "mention": "ansi_default",
    "mention-ground": "ansi_default",
    "current": "ansi_default",
    "current-ground": "ansi_default",
}


def _named(colours: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({f"reader-{name}": value for name, value in colours.items()})


DARK, LIGHT, STRONG, SIXTEEN = _named(_DARK), _named(_LIGHT), _named(_STRONG), _named(_SIXTEEN)
"""What our style sheet needs beyond a theme's own colours: for dark ones, light ones, high contrast, the terminal's."""
