"""Newspaper pages as extraction shuffles them: invented prose in invented papers' styles, with what is right."""

import random
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field

SENTENCES = (
    "The ferry company said it would add two boats to the northern route before the summer.",
    "Farmers along the lower valley have asked the council for a second pumping station.",
    "Engineers inspected the old bridge in March and found rust in four of its nine arches.",
    "A new line of electric buses now links the harbour with the university district.",
    "The museum opened a gallery of river maps, most of them drawn by hand before 1850.",
    "Bakers in the old town say the price of rye has doubled in three years.",
    "The library will keep its evening hours, although the budget was cut by 6 percent.",
    "Volunteers planted more than 900 willows on the east bank of the canal.",
    "The weather service expects heavy rain in the hills until the middle of the week.",
    "Teachers hope that the workshop will bring old crafts back into the schools.",
    "The mill ran day and night last winter to meet orders from abroad.",
    "Residents of the island complained about the noise of the quarry for years.",
    "The harbour board signed a contract worth $31.5 million with a shipyard in Porto.",
    "Scientists counted eleven pairs of cranes in the marsh, twice as many as in 2019.",
    "The town wants to turn the empty station into a market hall with forty stalls.",
    "Visitors from the coast fill the small hotels whenever the orchards bloom.",
    "The river carries less sand today because three dams hold it back upstream.",
    "Shop owners near the square reported better sales after the trams returned.",
    "Under the plan, the marsh will be flooded again each spring for the birds.",
    "The choir rehearses in a former customs house beside the lock.",
    "Two thirds of the households on the plateau now heat with wood from their own forest.",
    "The court will decide in autumn whether the tunnel may be widened.",
    "Beekeepers blame the cold April for a poor harvest of honey.",
    "The province pays half of the cost, and the villages share the rest.",
)
QUOTES = (
    ("We waited nine years for this crossing", "the mayor"),
    ("Nobody believed that the cranes would come back so soon", "the warden"),
    ("Our orders for the autumn are already full", "the director"),
    ("The water is cleaner than it was when I was a child", "the fisherman"),
)
TITLES = (
    "Ferries return to the northern route",
    "Old bridge closes for repairs",
    "Cranes nest again in the marsh",
    "Station hall becomes a market",
    "Harbour board orders new cranes",
    "Island quarry falls silent at night",
)
CAPTIONS = (
    "Passengers board the morning ferry at the new pier.",
    "Workers clean the third arch of the old bridge.",
    "A pair of cranes crosses the flooded meadow at dusk.",
    "Stalls fill the hall of the former station on opening day.",
)
CALLOUTS = (
    "900 willows planted on the east bank since last autumn",
    "$31.5 million for two boats and a dry dock",
    "11 pairs of cranes counted in the marsh this spring",
    "40 stalls under the roof of the old station",
)
NAMES = ("Li Ming", "Ana Costa", "Jo Brandt", "Mara Lindqvist")


@dataclass(frozen=True)
class Paper:
    """One paper's way to print each part of a story; what comes back second is the attribution as printed."""

    headline: Callable[[str], str]
    byline: Callable[[str], str]
    caption: Callable[[str, str], tuple[str, str]]
    quote: Callable[[str, str], tuple[str, str]]
    callout: Callable[[str], str]
    note: Callable[[str], str]
    rule: str = ""
    kicker: str = ""
    width: int = 0
    """Columns are wrapped at so many letters; 0 for one line a column."""
    hyphen: str = "-"


PAPERS = {
    "ledger": Paper(
        headline=str.upper,
        byline=lambda name: f"From {name} in Porto",
        caption=lambda text, name: (f"{text} [Photo: {name}/Reuters]", f"[Photo: {name}/Reuters]"),
        quote=lambda text, who: (f'> "{text}."\n> — {who}, owner of the mill', f"{who}, owner of the mill"),
        callout=lambda text: f"[ {text} ]",
        note=lambda name: f"Additional reporting by {name}",
        rule="* * *",
    ),
    "lantern": Paper(
        headline=lambda text: f"**{text}**",
        byline=lambda name: f"*By {name}, Harbour Correspondent*",
        caption=lambda text, name: (f"*{text}* (Picture: {name})", "(Picture: {})"),
        quote=lambda text, who: (f"“{text}.” — {who.upper()}", who.upper()),
        callout=lambda text: f"**{text}**",
        note=lambda name: f"— With reporting from {name}",
        rule="---",
        hyphen="¬",
    ),
    "beacon": Paper(
        headline=lambda text: f"{text}\n{'=' * len(text)}",
        byline=lambda name: f"Words: {name.upper()}",
        caption=lambda text, name: (f"{text} Photograph: {name}/AFP", f"Photograph: {name}/AFP"),
        quote=lambda text, who: (f"‘{text}.’\n{who}, keeper of the lock", f"{who}, keeper of the lock"),
        callout=lambda text: text,
        note=lambda name: f"{name} contributed reporting.",
        kicker="REGION",
    ),
    "meridian": Paper(
        headline=lambda text: text,
        byline=lambda name: f"BY {name.upper()}",
        caption=lambda text, name: (f"{text} Pic: {name.upper()}", f"Pic: {name.upper()}"),
        quote=lambda text, who: (f'"{text}."\n\n- {who}, head of the school', f"{who}, head of the school"),
        callout=lambda text: f"• {text}",
        note=lambda name: f"{name} contributed to this report.",
        width=44,
        hyphen="\u00ad",
    ),
}
"""The invented papers, no two of which share a form."""


@dataclass
class Expected:
    """What a story should come out as."""

    headline: str
    byline: str
    body: str = ""
    """All paragraphs, tied with blanks."""
    insets: list[tuple[str, str]] = field(default_factory=list)
    """Kind and attribution of each inset; the attribution's dash and brackets do not count."""


def scramble(paper: Paper, seed: int, stories: int = 3) -> tuple[str, list[Expected]]:
    """Print a page in a paper's style, cut and shuffle it, and tell what it was."""
    chance = random.Random(seed)
    titles = chance.sample(TITLES, stories)
    pieces: list[str] = []
    told: list[Expected] = []
    for number, title in enumerate(titles):
        if number and paper.rule:
            pieces.append(paper.rule)
        told.append(_print_story(paper, title, chance, pieces))
    return "\n\n".join(pieces) + "\n", told


def _print_story(paper: Paper, title: str, chance: random.Random, pieces: list[str]) -> Expected:
    name = chance.choice(NAMES)
    byline = paper.byline(name)
    told = Expected(paper.headline(title).split("\n")[0].strip("*"), byline.strip("*"))
    sentences = chance.sample(SENTENCES, 9)
    text, who = chance.choice(QUOTES)
    sentences.insert(4, f'"{text}," {who} said.')
    told.body = " ".join(sentences)
    pieces += [part for part in (paper.kicker, paper.headline(title), byline) if part]
    columns = _cut(sentences, chance, paper.hyphen)
    insets = _insets(paper, text, chance, told)
    for column in columns:
        pieces.append(textwrap.fill(column, paper.width, break_on_hyphens=False) if paper.width else column)
        if insets and column is not columns[-1]:
            pieces.append(insets.pop())
    pieces.append(paper.note(chance.choice(NAMES)))
    return told


def _insets(paper: Paper, quoted: str, chance: random.Random, told: Expected) -> list[str]:
    caption, credit = paper.caption(chance.choice(CAPTIONS), chance.choice(NAMES))
    quote, speaker = paper.quote(quoted, chance.choice(NAMES))
    name = re.search(r"\(Picture: (.*)\)", caption)
    told.insets += [("callout", ""), ("pullquote", speaker), ("caption", credit.format(name[1] if name else ""))]
    return [paper.callout(chance.choice(CALLOUTS)), quote, caption]


def _cut(sentences: list[str], chance: random.Random, hyphen: str) -> list[str]:
    """Cut a story into four columns, each inside a sentence, one of them inside a word."""
    columns: list[str] = []
    start, carried = 0, ""
    for number, stop in enumerate((2, 5, 7)):
        words = sentences[stop].split()
        at = chance.randint(3, len(words) - 4)
        left, right = words[:at], words[at:]
        head = " ".join(part for part in [carried, *sentences[start:stop], *left] if part)
        carried = " ".join(right)
        long = re.match(r"[a-z]{3}(?=[a-z]{4,}\b)", right[0])
        if number == 1 and long:
            head, carried = f"{head} {long[0]}{hyphen}", carried[3:]
        columns.append(head)
        start = stop + 1
    return [*columns, " ".join(part for part in [carried, *sentences[start:]] if part)]
