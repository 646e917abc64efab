"""What a source calls its pictures, made fit to be kept, shown and looked for."""

from urllib.parse import quote, unquote

from tui_reader.text.address import LONGEST, has_scheme, web_address
from tui_reader.text.sanitise import safe_line


def picture_reference(target: str) -> str:
    """Give the path, or the http or https address, that a link to a picture means; empty for anything else."""
    target = target.strip()
    if address := web_address(target):
        return address
    if has_scheme(target) or len(target) > LONGEST:
        return ""
    path = safe_line(unquote(target.partition("#")[0].partition("?")[0]))
    return "" if path.startswith("//") else path


def link_target(reference: str) -> str:
    """Give what a link says that means a picture's reference."""
    return reference if web_address(reference) else quote(reference, safe="/")
