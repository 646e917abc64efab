"""What everything drawn by lines looks like, by name: one table, worked out once a theme.

Textual's component classes say the same at the price of a pass over the style sheet for each name of each widget, and
the first frame would wait for that.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.app import App
from textual.color import Color, ColorParseError

LOOKS = {
    "list--title": "bold",
    "list--title-read": "$reader-text-dim",
    "list--dim": "$reader-text-dim",
    "list--count": "bold $accent",
    "list--mark": "$accent",
    "list--cursor": "on $panel",
    "list--cursor-blurred": "on $panel",
    "prompt--key": "bold $accent",
    "prompt--dim": "$reader-text-dim",
    "list--matched": "bold underline $accent",
    "list--kind": "italic $reader-text-dim",
    "list--weak": "$reader-text-dim",
    "pane--paragraph": "",
    "pane--list_item": "",
    "pane--kicker": "bold $reader-text-dim",
    "pane--headline": "bold $primary",
    "pane--standfirst": "italic",
    "pane--byline": "$reader-text-dim",
    "pane--crosshead": "bold",
    "pane--pullquote": "italic",
    "pane--callout": "bold",
    "pane--caption": "$reader-text-dim",
    "pane--credit": "italic $reader-text-dim",
    "pane--boilerplate": "$reader-text-dim",
    "pane--attribution": "$reader-text-dim",
    "pane--rule": "$reader-rule",
    "pane--gauge": "$reader-rule",
    "pane--margin": "$accent",
    "pane--dim": "$reader-text-dim",
    "pane--figure-money": "bold underline $reader-money",
    "pane--figure-percent": "bold $reader-percent",
    "pane--figure-quantity": "underline $reader-quantity",
    "pane--figure-count": "italic underline $reader-count",
    "pane--figure-ordinal": "bold italic $reader-ordinal",
    "pane--figure-date": "italic $reader-date",
    "pane--figure-period": "italic uu $reader-period",
    "pane--figure-age": "bold italic underline $reader-age",
    "pane--figure-other": "uu",
    "pane--mention": "$reader-mention on $reader-mention-ground",
    "pane--current": "bold $reader-current on $reader-current-ground",
    "pane--figure-current": "bold reverse",
    "pane--hover": "underline",
    "status--dim": "$reader-text-dim",
    "status--notice": "bold $warning",
    "hint--key": "bold $accent",
    "hint--word": "$reader-text-dim",
    "list--head": "on $panel",
    "list--typed": "bold",
    "list--columns": "$reader-text-dim",
    "list--note": "$reader-text-dim on $panel",
    "list--bar": "$accent",
    "list--rule": "$reader-rule",
    "list--keyword": "bold $accent",
    "list--story": "italic $reader-text-dim",
    "list--section": "bold $accent",
    "list--name": "bold",
    "list--money": "$reader-money",
    "list--percent": "$reader-percent",
    "list--quantity": "$reader-quantity",
    "list--count-kind": "$reader-count",
    "list--ordinal": "$reader-ordinal",
    "list--date": "$reader-date",
    "list--period": "$reader-period",
    "list--age": "$reader-age",
    "list--group": "italic $reader-text-dim",
}
"""Attributes, then ``$colour``, then ``on $colour``: variables of the theme."""
_WITHOUT_COLOUR = {
    "pane--margin": "italic",
    "pane--mention": "bold underline",
    "pane--current": "bold reverse",
}
"""Added where there is no colour."""
_TERMINAL = {
    "list--dim": "dim",
    "prompt--dim": "dim",
    "hint--word": "dim",
    "status--dim": "dim",
    "pane--byline": "dim",
    "pane--caption": "dim",
    "pane--paragraph": "",
    "pane--list_item": "",
    "pane--kicker": "dim",
    "pane--credit": "dim",
    "pane--boilerplate": "dim",
    "pane--attribution": "dim",
    "pane--dim": "dim",
    "pane--rule": "dim",
    "pane--gauge": "dim",
    "list--title-read": "dim",
    "pane--mention": "bold underline",
    "pane--current": "bold reverse",
}
"""Added in the terminal's own colours, of which one cannot know how they go together."""
_ATTRIBUTES = {"uu": "underline2"}


def looks(app: App[object]) -> Mapping[str, Style]:
    """Give the styles of the app's present theme, by name."""
    wanted = {word[1:] for told in LOOKS.values() for word in told.split() if word[0] == "$"}
    colours = tuple((name, app.theme_variables.get(name, "")) for name in sorted(wanted))
    return _worked_out(colours, without_colour=app.no_color, terminal=app.native_ansi_color)


@lru_cache(maxsize=8)
def _worked_out(colours: tuple[tuple[str, str], ...], *, without_colour: bool, terminal: bool) -> Mapping[str, Style]:
    known = dict(colours)
    found = {}
    for name, told in LOOKS.items():
        style = _style(told, known)
        for added, wanted in ((_WITHOUT_COLOUR, without_colour), (_TERMINAL, terminal)):
            if wanted and name in added:
                style += _style(added[name], known)
        found[name] = style
    return found


def _style(told: str, colours: Mapping[str, str]) -> Style:
    """Make a style of its words."""
    parts: dict[str, object] = {}
    ground = False
    for word in told.split():
        if word[0] == "$":
            parts["bgcolor" if ground else "color"] = _colour(colours[word[1:]])
        elif word == "on":
            ground = True
        else:
            parts[_ATTRIBUTES.get(word, word)] = True
    return Style(**parts)  # type: ignore[arg-type]


def _colour(value: str) -> object:
    """Give a theme's colour as Rich has it; None where it has none."""
    try:
        return Color.parse(value).rich_color
    except ColorParseError:
        return None
