"""Reads the harmless part of YAML: texts, lists and mappings, with nothing resolved, referred to or made."""

import yaml


class _Loader(yaml.BaseLoader):
    """Reads every scalar as text, and refuses what a story's details never hold."""

    most = 0
    """How deep the document may nest."""
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose one node, unless it is clever or deep."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            message = "anchors, aliases and tags are not read"
            raise yaml.YAMLError(message)
        self.depth += 1
        if self.depth > self.most:
            message = "nested too deep"
            raise yaml.YAMLError(message)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def load_plain(text: str, depth: int) -> object:
    """Give a document's texts, lists and mappings; None where it is damaged, clever, or deeper than ``depth``."""
    loader = _Loader(text)
    loader.most = depth
    try:
        return loader.get_single_data()
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None
    finally:
        loader.dispose()
