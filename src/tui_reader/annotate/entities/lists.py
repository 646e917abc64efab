"""What stands in one list is of one kind: ``in Orvanta, Telmo and Nairobi`` names three places."""

import re

from tui_reader.annotate.entities.judging import Found
from tui_reader.annotate.entities.scores import ORGANIZATION, PERSON, PLACE, THIN, Scores, add
from tui_reader.annotate.entities.wording import inner

JOINT = re.compile(r", (?:and |or )?(?:the )?| and (?:the )?| or (?:the )?")
SHARE = 1.0
"""What a list of places says of a member of which nothing else is known."""
LONGEST_JOINT = 10
PAIR = 2
"""Names with a comma between them that are not yet a list."""


def share(found: list[Found], text: str, offset: int) -> None:
    """Let the members of each list of one segment's names share what is known of their kind.

    ``found`` is in reading order; ``text`` is the segment, and ``offset`` where it begins.
    """
    chain: list[Found] = []
    conjoined = False
    end = -LONGEST_JOINT
    for number, item in enumerate(found):
        joint = text[end - offset : item.start - offset] if item.start - end < LONGEST_JOINT else ""
        if joint and JOINT.fullmatch(joint):
            chain = chain or [found[number - 1]]
            chain.append(item)
            conjoined = conjoined or joint != ", "
        elif chain:
            if conjoined or len(chain) > PAIR:
                spread(chain)
            chain, conjoined = [], False
        end = item.end
    if conjoined or len(chain) > PAIR:
        spread(chain)


def spread(chain: list[Found]) -> None:
    """Give a list's members of which nothing is known the kind of the others, if these are places and nothing else."""
    totals: list[Scores] = [add(inner(item.form), item.scores) for item in chain]
    places = sum(total[PLACE] >= THIN and total[PLACE] == max(total) for total in totals)
    others = sum(max(total[PERSON], total[ORGANIZATION]) > max(total[PLACE], 2.0) for total in totals)
    if not places or others:
        return
    for item, total in zip(chain, totals, strict=True):
        if max(total) <= THIN and " " not in item.form:
            scores = item.scores
            item.scores = (scores[0], scores[1], scores[2] + SHARE, scores[3])
