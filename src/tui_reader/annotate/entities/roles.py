"""The role a text gives to whom it names: ``Ana Ruiz, 45, an engineer of the mine, said``."""

import re

from tui_reader.annotate.entities.lexicon import Lexicon

APPOSED = re.compile(
    r", (?:(?:aged )?\d{1,3}, )?(?:who (?:is|was) (?=an? |the ))?([a-z][^,.;:()“”\"\n—–]{2,90})(?=[,.;:\n\"”)—–]|$)"
)
"""What stands between a name's comma and the next stop."""
OPENING = re.compile(
    r"(?:^|[.!?”\"\n] ?)(?:For|With|To|In|At|Like|From|After|Unlike|Besides|Under|On|By|According to) $"
)
"""A name after it opens the sentence, and what follows its comma is the sentence, not what the name is."""
OWNERS = frozenset({"a", "an", "his", "her", "its", "their", "the", "one"})
BOUNDS = frozenset(
    {
        "of",
        "for",
        "at",
        "in",
        "from",
        "with",
        "on",
        "who",
        "that",
        "which",
        "whose",
        "where",
        "to",
        "and",
        "by",
        "based",
    }
)
"""Words behind a role's head noun."""
VERBS = frozenset(
    (
        *(
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "has",
            "have",
            "had",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
        ),
        *(
            "should",
            "must",
            "do",
            "does",
            "did",
            "said",
            "says",
            "told",
            "went",
            "came",
            "stood",
            "took",
            "made",
            "gave",
        ),
    )
)
RECEIVERS = frozenset(
    {"adviser", "advisor", "ambassador", "envoy", "aide", "assistant", "secretary", "heir", "successor"}
)
"""Heads whose role goes on with ``to``."""
ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mme", "mlle", "messrs", "madame", "madam", "sir", "m"})
"""Titles that say nothing of what a person does."""
SHORT = 3
"""Words of an apposition that needs no noun of roles (``the steelmaker``)."""
LONGEST_HEAD = 7
"""Words before a role's first bound."""


def role_after(text: str, start: int, end: int, known: Lexicon) -> str:
    """Give the role in apposition to a name; empty where what follows its comma is a clause, a list or nothing."""
    if text[end : end + 2] != ", " or OPENING.search(text, max(0, start - 20), start):
        return ""
    match = APPOSED.match(text, end)
    if not match:
        return ""
    words = match.group(1).removeprefix("also ").split()
    head = next((at for at, word in enumerate(words) if word in BOUNDS), len(words))
    if not 0 < head <= LONGEST_HEAD or not says_role(words, head, known):
        return ""
    for at in range(head, len(words)):
        if words[at] == "to" and words[at - 1] not in RECEIVERS:
            return " ".join(words[:at])
    return " ".join(words)


def says_role(words: list[str], head: int, known: Lexicon) -> bool:
    """Tell whether words up to ``head`` say what someone is: a noun of roles, or a noun behind ``a``, and no verb."""
    front = words[:head]
    if front[0] == "as" or not OWNERS.isdisjoint(front[1:]) or any(word.endswith("ed") for word in front[2:]):
        return False
    if not VERBS.isdisjoint(front) or any(word in known.persons_next for word in words[:head]):
        return False
    noun = front[-1].casefold()
    known_role = noun in known.roles or noun in known.titles or noun.rpartition("-")[2] in known.roles
    if front[0] in {"a", "an", "his", "her"}:
        return known_role or (head > 1 and front[1][:1].islower() and noun in known.common and not noun.endswith("ed"))
    if head == len(words) and front[0] == "the" and head <= SHORT and "".join(front).islower():
        return noun in known.common or known_role
    return known_role and (VERBS.isdisjoint(words[head:]) or "who" in words)


def suits(role: str, known: Lexicon) -> bool:
    """Tell whether a role may be that of what is no person: a firm is no minister."""
    return known.roles.isdisjoint(re.split(r"\W+", role.partition(" of ")[0].casefold()))


def title_role(title: str) -> str:
    """Give what a title before a name says of the person's role; empty for a mere form of address."""
    return "" if title.casefold().rstrip(".") in ADDRESS else title
