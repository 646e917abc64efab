"""What the words beside a mention say about the kind of the thing named."""

import re

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.scores import ORGANIZATION, OTHER, PERSON, PLACE, Scores
from tui_reader.annotate.entities.spans import Piece
from tui_reader.annotate.entities.things import thing_beside
from tui_reader.model import EntityKind

LEFT, RIGHT = 28, 34
"""How far beside a name clues are looked for, in code points."""
AGE = re.compile(r", (?:aged )?\d{1,2}(?:,|\.|;| who| years)|, (?:a|an) \d{1,2}-year|,? \(\d{2}\)")
LIFE = re.compile(r" \((?:born )?(?:c\. )?1\d{3}[-–—)]")
BRACKETED = re.compile(r" \([A-Z][A-Za-z]{1,7}\)")
RESULT = re.compile(r" \d{1,3}(?= [A-Z]|$| \()")
"""A result beside a team's name, in a short line."""
SHORT_LINE = 90
WORD_AFTER = re.compile(r"['’]?s? ?\(?([\w'’-]+)")
APPOSED = re.compile(
    r", (?:(?:an?|the|his|her|who|whose|its|their|then|former|one|general|deputy|vice|head|chief|managing|executive"
    r"|senior|associate|assistant)\b|([a-z-]+)\b)"
)
FIRM = re.compile(
    r", (?:an?|the|its|one of the)(?: [\w'’-]{1,16}){0,2} (?:bank|company|firm|carmaker|automaker|miner|retailer|lender"
    r"|insurer|chipmaker|drugmaker|airline|conglomerate|start-up|startup|supermarket|utility|brewer|charity|think-tank"
    r"|steelmaker|planemaker|oil major|chain|telecoms? group|subsidiary)"
    r"(?=[,.;:)]| (?:that|which|whose|based|in|of|owned|behind|and)(?!\w))"
)
"""An apposition that says what firm a name is."""
FORMS_OF_ADDRESS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof."})
HOUSE = re.compile(
    r"['’]s (?:(?:said|says|will|sells)(?!\w)"
    r"|(?:closed|opened|hired|sold|launched|reported|shut) (?:its|their|all|down|more|about|\d))"
)
"""A verb behind a possessive, which is then part of a firm's name (``McDonald's closed``)."""
THING, THING_AFTER = 3.0, 1.5
"""What ``the steamer`` before a name says, and what ``competition`` behind it."""
DATELINE_ENDS = (" — ", " – ", " (", " - ", ":")


def beside(text: str, piece: Piece) -> tuple[Scores, EntityKind | None]:
    """Score a mention by the words beside it, and tell which thing they say it is; ``text`` is its segment."""
    known = lexicon()
    scores = [5.0 if piece.title else 0.0, 0.0, 0.0, 0.0]
    before = weigh_before(text[max(0, piece.start - LEFT) : piece.start], piece, scores, known)
    right = text[piece.end : piece.end + RIGHT]
    after = ""
    if right:
        after = weigh_after(right, scores, known, lone=len(piece.words) == 1)
        if right[0] == " " and right[1:2].isdigit() and len(text) < SHORT_LINE and RESULT.match(right):
            scores[ORGANIZATION] += 4
        if piece.start < 3 and right.startswith(DATELINE_ENDS):
            scores[PLACE] += 2
    word = piece.words[0]
    if len(piece.words) == 1 and 2 <= len(word) <= 5 and word.isupper():
        scores[PERSON] = 0.0
    if piece.lows[0] in known.states_short and (word[-1] == "." or right[:1] == "."):
        scores[PLACE] += 5
    if piece.suffixed:
        scores[PLACE] += 1
        scores[ORGANIZATION] += 0.5
        scores[PERSON] -= 1
    thing = thing_beside((before, after), text, piece.start, piece.end, known)
    if thing is not None:
        scores[OTHER] += THING_AFTER if thing is EntityKind.EVENT else THING
    return (scores[0], scores[1], scores[2], scores[3]), thing


def weigh_before(left: str, piece: Piece, scores: list[float], known: Lexicon) -> str:
    """Weigh the one or two words before; give the one before."""
    if left[-1:] not in {" ", '"', "“", "(", "‘"}:
        return ""
    words = left.rstrip(" \"'“‘(").rsplit(" ", 2)
    before = words[-1].casefold()
    further = words[-2] if len(words) > 1 else ""
    if before == "the" and piece.phrase in known.regions and piece.phrase in known.famous:
        scores[PLACE] += 2.5
        return before
    if before == "the":
        if len(piece.words) == 1 and not piece.words[0].isupper():
            scores[PERSON] -= 1
        scores[ORGANIZATION] += 2.5 if piece.lows[-1] in known.newspapers and len(piece.lows) < 3 else 0.5
        if further.casefold() in {"in", "across", "throughout"}:
            scores[PLACE] += 0.7
        return before
    if before.endswith("-based"):
        scores[ORGANIZATION] += 2.5
    if before in known.place_before:
        scores[PLACE] += 1.5 if before == "in" else 0.8
    elif before == "of":
        if further.casefold() in known.place_of:
            scores[PLACE] += 4
    elif before in known.org_before:
        scores[ORGANIZATION] += 0.8
    if before in known.roles and before != "head":
        scores[PERSON] += 2.5
    elif before in known.titles:
        scores[PERSON] += 2
    if before in FORMS_OF_ADDRESS:
        scores[PERSON] += 4
    return before


def weigh_after(right: str, scores: list[float], known: Lexicon, *, lone: bool) -> str:
    """Weigh what follows: an age, a role, a country, an acronym, a verb, something owned; give that word."""
    if right[0] == ",":
        if AGE.match(right):
            scores[PERSON] += 5
        firm = FIRM.match(right)
        role = APPOSED.match(right) if firm is None else None
        if firm is not None:
            scores[ORGANIZATION] += 2.5
        elif role and (role.group(1) is None or role.group(1) in known.roles):
            scores[PERSON] += 0.8 if role.group(1) is None else 2.0
        elif right[1:2] == " ":
            follower = right[2:].partition(",")[0].partition(" ")[0].rstrip(".").casefold()
            if follower in known.countries or follower in known.states or follower in known.regions:
                scores[PLACE] += 2
        return ""
    if right[0] == " " and right[1:2] == "(":
        if LIFE.match(right):
            scores[PERSON] += 4
        elif BRACKETED.match(right):
            scores[ORGANIZATION] += 1.5
    if right[0] in "'’" and HOUSE.match(right):
        scores[ORGANIZATION] += 2.5
    if right[0] in " '’":
        match = WORD_AFTER.match(right)
        if match:
            weigh_word(match.group(1), scores, known, owned=right[0] != " ", lone=lone)
            return match.group(1) if right[0] == " " else ""
    return ""


def weigh_word(word: str, scores: list[float], known: Lexicon, *, owned: bool, lone: bool) -> None:
    """Weigh the word that follows, or that the name owns."""
    if owned:
        if word in known.owned_by_persons:
            scores[PERSON] += 1.5
        elif word in known.owned_by_places:
            scores[PLACE] += 1.5
        elif word in known.owned_by_firms:
            scores[ORGANIZATION] += 1.2
    elif word in known.persons_next:
        scores[PERSON] += 0.6 if lone else 1.2
    elif word in known.lower_place_after:
        scores[PLACE] += 2.5
    elif word in known.lower_org_after:
        scores[ORGANIZATION] += 0.8
