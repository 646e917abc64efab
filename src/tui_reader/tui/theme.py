"""Our two themes: a newsprint light and an ink dark, and the colours of what is found in the text."""

from textual.theme import Theme

INK = "ink"
NEWSPRINT = "newsprint"

_DARK = {
    "text-dim": "#a9a597",
    "rule": "#5b5a52",
    "cursor": "#2a2d33",
    "money": "#8bd99a",
    "percent": "#f0c75e",
    "quantity": "#7fc8f8",
    "count": "#7fc8f8",
    "ordinal": "#f4a6c8",
    "date": "#c3b4f7",
    "period": "#c3b4f7",
    "age": "#ffb68f",
    "mention": "#ffe9a8",
    "mention-ground": "#473a10",
    "current": "#14161a",
    "current-ground": "#f0c75e",
    "warning-ink": "#ffb68f",
}
_LIGHT = {
    "text-dim": "#504b3c",
    "rule": "#a39c86",
    "cursor": "#e6dec9",
    "money": "#0a5227",
    "percent": "#644400",
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
    "warning-ink": "#702f00",
}


def colours_for(*, dark: bool) -> dict[str, str]:
    """Give the variables our style sheet needs, for any theme that is dark or light."""
    return {f"reader-{name}": value for name, value in (_DARK if dark else _LIGHT).items()}


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
        variables=colours_for(dark=True),
    ),
    Theme(
        name=NEWSPRINT,
        primary="#6b3f00",
        secondary="#003f73",
        accent="#7e124a",
        foreground="#1c1a17",
        background="#f7f2e6",
        surface="#efe9da",
        panel="#e6dec9",
        warning="#702f00",
        error="#8c1111",
        success="#0a5227",
        dark=False,
        variables=colours_for(dark=False),
    ),
)
