"""The whole curve, from four stories to a million: ``python -m tests.bench curve`` writes it into the README."""

from pathlib import Path
from statistics import median

from tests.bench.answering import keys_for, opened
from tests.bench.grown import Grown, grown
from tests.bench.invent import Inventor
from tests.bench.opening import READING, pairs, ratio
from tests.bench.search import p95
from tests.bench.terminal import EDITION, FLOOR, HELLO, SEARCH_KEYS, KeyCost, Program, first_words, key_costs, reader
from tests.bench.terminal import resident as held

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- curve -->", "<!-- /curve -->"
SIZES = (4, 100, 10_000, 100_000, 1_000_000)
_ROWS = ("j",) * 12
_HEAD = (
    "| stories | first words, first start | later starts | key to answer, p50 | p95 | next story, p50 | memory |",
    "|---:|---:|---:|---:|---:|---:|---:|",
)


def run(*, whole: bool = False) -> list[str]:
    """Measure every size, and write the table into the README."""
    del whole
    floor, memory = key_costs(FLOOR, SEARCH_KEYS), held(HELLO, ())
    table = [*_HEAD, *(_row(count, floor, memory) for count in SIZES)]
    README.write_text(with_curve(README.read_text(encoding="utf-8"), table), encoding="utf-8")
    return table


def with_curve(text: str, table: list[str]) -> str:
    """Give the README with the table between its marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return "\n".join([f"{before}{BEGIN}", *table, f"{END}{after}"])


def _row(count: int, floor: list[KeyCost], memory: float) -> str:
    made: Grown | None = None if count == SIZES[0] else grown(count)
    program: Program = reader(EDITION, first_words(EDITION)) if made is None else opened(made)
    keys = SEARCH_KEYS if made is None else keys_for(Inventor().names(max(1000, min(count, 10_000))))[:56]
    first, later = ratio(pairs(program, made)), ratio(pairs(program, made, again=True))
    answers = [cost.seconds * 1000 for cost in key_costs(program, keys, before=("/",))]
    stock = [cost.seconds * 1000 for cost in floor]
    rows = [cost.seconds * 1000 for cost in key_costs(program, _ROWS, before=("tab",))]
    cells = (
        f"{count:,}",
        f"{first:.2f} x",
        f"{later:.2f} x",
        f"{median(answers):.0f} ms, {median(answers) / median(stock):.2f} x",
        f"{p95(answers):.0f} ms, {p95(answers) / p95(stock):.2f} x",
        f"{median(rows):.0f} ms" if rows else "",
        f"{held(program, READING) / memory:.2f} x",
    )
    return f"| {' | '.join(cells)} |"
