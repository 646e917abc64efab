import io
import json

from tui_reader.cli.output import Json, Output


def written(value: Json, *, large: bool) -> object:
    stream = io.StringIO()
    Output(stream, colour=False).json(value, large=large)
    return json.loads(stream.getvalue())


def test_a_large_document_is_the_same() -> None:
    """Written piece by piece a document says what it says written at once."""
    value: dict[str, object] = {
        "a": [1, 2.5, None, True, 'x"\n\u2028', {}],
        "b": {"c": [], "d": "y" * 600_000 + "é"},
        "e": ("t",),
    }
    assert written(value, large=True) == written(value, large=False)
    assert written([], large=True) == []
