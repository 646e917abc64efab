"""Best fit: the breaks that leave the right edge least ragged, a lone short last word counted as a fault."""

from collections.abc import Sequence


def fit(
    begins: Sequence[int],
    ends: Sequence[int],
    measure: int,
    faults: Sequence[int] | None = None,
    *,
    balance: bool = False,
) -> list[int]:
    """Choose the breaks of one stretch.

    A line from break ``i`` to break ``j`` takes ``ends[j] - begins[i]`` cells; ``begins[0]`` is the stretch's beginning, the
    last of ``ends`` its end, and no two neighbours lie further apart than ``measure``. ``faults`` adds to the cost of
    single breaks. The cost of a line is the square of the cells it leaves empty; the last line is free unless it is short,
    or unless ``balance`` asks for lines of one length. Gives the indices of the chosen ends, the last always among them.
    """
    last = len(ends) - 1
    if ends[last] - begins[0] <= measure:
        return [last]
    cost = [0] * (last + 1)
    back = [0] * (last + 1)
    # A line that leaves more than half the measure empty is never best where a fuller one can be had.
    loosest = measure if balance else measure >> 1
    low = 0
    for here in range(1, last):
        edge = ends[here] - measure
        while begins[low] < edge and low < here - 1:
            low += 1
        slack = begins[low] - edge
        best = cost[low] + slack * slack
        chosen = low
        for start in range(low + 1, here):
            slack = begins[start] - edge
            if slack > loosest:
                break
            total = cost[start] + slack * slack
            if total < best:
                best, chosen = total, start
        cost[here] = best + faults[here] if faults else best
        back[here] = chosen
    back[last] = _last_line(begins, ends, cost, measure, balance=balance)
    breaks = [last]
    while (before := back[breaks[-1]]) > 0:
        breaks.append(before)
    breaks.reverse()
    return breaks


def _last_line(begins: Sequence[int], ends: Sequence[int], cost: Sequence[int], measure: int, *, balance: bool) -> int:
    """Choose where the last line begins: a lone word under a quarter of the measure costs most, a short line a little."""
    last = len(ends) - 1
    best, chosen = -1, last - 1
    for start in range(last - 1, -1, -1):
        cells = ends[last] - begins[start]
        if cells > measure and start < last - 1:
            break
        total = cost[start]
        if balance:
            total += (measure - cells) ** 2
        if cells * 4 < measure:
            total += measure * measure // (4 if start == last - 1 else 16)
        if best < 0 or total < best:
            best, chosen = total, start
    return chosen
