from tui_reader.index.codec import Body, pack_body
from tui_reader.model import Article, Block, BlockType


def test_a_giant_comes_back_whole() -> None:
    """A text of many megabytes is packed piece by piece, and is the same afterwards."""
    texts = ("short", "word " * 500_000, "x" * 1_048_577 + "👩\u200d\u2028é", "end")
    article = Article("a", "a.md", tuple(Block(BlockType.PARAGRAPH, text) for text in texts))
    body = Body(pack_body(article, (), []))
    assert body.article("a") == article
    assert body.figures() == ()
    assert body.names() == []
