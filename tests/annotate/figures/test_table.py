"""Every form's examples are found, and its look-alikes stay dark."""

import pytest

from tui_reader.annotate.figures import find_figures, scan
from tui_reader.annotate.figures.form import Example, Form
from tui_reader.annotate.figures.table import FORMS, READERS

_EXAMPLES = [(form, example) for form in FORMS for example in form.examples]
_COUNTERS = [(form, text) for form in FORMS for text in form.counters]


@pytest.mark.parametrize(("form", "example"), _EXAMPLES, ids=[f"{f.name}: {e.text}" for f, e in _EXAMPLES])
def test_example_is_read(form: Form, example: Example) -> None:
    """The figure of an example has its exact span, kind, value, bound, unit, rate and approximator."""
    found = {example.text[figure.start : figure.end]: figure for figure in find_figures(example.text)}
    figure = found.get(example.surface)
    assert figure is not None, sorted(found)
    assert (figure.kind, figure.value, figure.value_max) == (
        example.kind or form.kind,
        example.value,
        example.value_max,
    )
    assert (figure.unit, figure.per, figure.approx) == (example.unit, example.per, example.approx)


@pytest.mark.parametrize(("form", "text"), _COUNTERS, ids=[f"{f.name}: {text}" for f, text in _COUNTERS])
def test_counter_example_stays_dark(form: Form, text: str) -> None:
    """No lit figure of the form's kind is found in a sentence that only looks like it."""
    lit = [
        text[figure.start : figure.end] for figure in find_figures(text) if figure.kind is form.kind and not figure.weak
    ]
    assert lit == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_form_brings_as_many_counters_as_examples(form: Form) -> None:
    """A form that is only shown what it finds is not proven."""
    assert form.examples
    assert len(form.counters) >= len(form.examples)


def test_routing_hides_no_number_from_its_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers are shown to few forms by their look and the word after them, and lose nothing by it."""
    texts = [example.text for _, example in _EXAMPLES] + [text for _, text in _COUNTERS]
    routed = [find_figures(text) for text in texts]
    monkeypatch.setattr(scan, "readers", lambda site: READERS[site.number.sort])
    assert [find_figures(text) for text in texts] == routed


@pytest.mark.parametrize(
    "text", ["two men", "Two men", "TWO MEN", "x two men", "5 men", ".5 men", "½ cup", "(two men)"]
)
def test_figure_is_found_wherever_it_stands(text: str) -> None:
    """A number is seen at the very beginning, after a bracket and after a space alike."""
    assert len(find_figures(text)) == 1
