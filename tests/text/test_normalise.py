"""Folding."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.normalise import compounds, fold, join, name, part

NEWSLIKE = st.text(st.sampled_from("abcXYZ '’-–.é ßﬁ\u0301\n山0,\u00a0"), max_size=60)


def test_fold_takes_away_what_typing_leaves_out() -> None:
    """Case, accents, apostrophes, hyphens, marks and runs of blanks make no difference."""
    assert fold("Xi’an") == fold("XIAN") == "xian"
    assert fold("  Rhône–Alpes\tTrain ") == "rhone alpes train"
    assert fold("Łódź Straße") == "lodz strasse"


def test_fold_runs_acronyms_together() -> None:
    """Dots between single letters vanish; dots of numbers part them."""
    assert fold("U.S. Steel") == "us steel"
    assert fold("1.5") == "1 5"


def test_scripts_without_blanks_keep_their_letters() -> None:
    """Letters of every script are letters."""
    assert fold("山西 Тайюань") == "山西 таиюань"


def test_two_readings_of_running_text() -> None:
    """A mark inside a word reads as a blank or as nothing, and the way back leads to the letters."""
    text = "the Jin-neng’s mine"
    assert part(text).text == "the jin neng s mine"
    joined = join(text)
    assert joined.text == "the jinnengs mine"
    start = joined.text.index("mine")
    assert text[joined.origin(start) : joined.origin(start + 4)] == "mine"
    start = joined.text.index("jinnengs")
    assert text[joined.origin(start) : joined.origin(start + 8)] == "Jin-neng’s"


@given(NEWSLIKE)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folding."""
    assert fold(fold(text)) == fold(text)


@given(NEWSLIKE)
def test_the_name_reading_is_fold_with_its_blanks(text: str) -> None:
    """``name`` differs from ``fold`` by runs of blanks alone."""
    assert name(text).text.split() == fold(text).split()


@given(NEWSLIKE | st.text(max_size=40))
def test_the_way_back_is_monotonic_and_inside(text: str) -> None:
    """Offsets lead back in order, from the text's first code point to its last."""
    for folded in (part(text), join(text), name(text)):
        origins = [folded.origin(offset) for offset in range(len(folded.text) + 1)]
        assert origins == sorted(origins)
        assert all(0 <= origin <= len(text) for origin in origins)
        assert folded.origin(len(folded.text)) == len(text)


@given(NEWSLIKE)
def test_a_letter_leads_back_to_itself(text: str) -> None:
    """An ASCII letter of a folded text stands at its origin, in whatever case."""
    for folded in (part(text), join(text)):
        for offset, letter in enumerate(folded.text):
            if letter in "abcxyz":
                assert text[folded.origin(offset)].lower() == letter


def test_compounds_are_read_without_their_marks() -> None:
    """Hyphens, apostrophes and the dots of acronyms are left out; a number's dot parts it, and so do lone marks."""
    assert compounds("The Jin-neng’s mine, the U.S. and Xi'an: 1.5 - 'so', well-to-do.") == [
        *("jinnengs", "us", "xian", "welltodo"),
    ]
    assert compounds("nothing here. - 'quoted' a--b") == []


@given(st.text(st.sampled_from("abX-'._ 1…"), max_size=30))
def test_compounds_are_words_of_the_joined_reading(text: str) -> None:
    """Each is one of its words, in order."""
    rest = iter(join(text).text.split())
    assert all(word in rest for word in compounds(text))
