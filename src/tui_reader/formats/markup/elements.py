"""What the elements of HTML, and the words publishers put into their classes, say about the text in them."""

from tui_reader.model import BlockType

DROPPED = frozenset({"audio", "button", "canvas", "dialog", "map", "menu", "nav", "video"})
"""Elements that never hold a story."""
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "img",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    }
)
"""Elements that begin and end a block of text."""
EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""Elements without an end tag."""
EMPHASIS = frozenset({"em", "i", "strong", "b", "small"})
"""Elements that set their text apart."""
KINDS = {
    "blockquote": BlockType.PULLQUOTE,
    "figcaption": BlockType.CAPTION,
    "caption": BlockType.CAPTION,
    "li": BlockType.LIST_ITEM,
    "dt": BlockType.CROSSHEAD,
}
"""What kind of block an element is, where that is not a paragraph."""
LISTS = frozenset({"ol", "ul"})
HEADINGS = {
    "h1": 1,
    "h2": 2,
    "h3": 3,
    "h4": 4,
    "h5": 5,
    "h6": 6,
}
"""Levels of headings."""
CLOSED_BY_NEXT = {
    "li": frozenset({"ol", "ul"}),
    "p": frozenset[str](),
    "tr": frozenset({"table"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
    "dd": frozenset({"dl"}),
    "dt": frozenset({"dl"}),
}
"""Elements whose end tag is left out by custom, with those that shield an outer one from being closed."""
WORDS = {
    "byline": BlockType.BYLINE,
    "author": BlockType.BYLINE,
    "standfirst": BlockType.STANDFIRST,
    "subtitle": BlockType.STANDFIRST,
    "dek": BlockType.STANDFIRST,
    "subheadline": BlockType.STANDFIRST,
    "kicker": BlockType.KICKER,
    "eyebrow": BlockType.KICKER,
    "pullquote": BlockType.PULLQUOTE,
    "pull-quote": BlockType.PULLQUOTE,
    "callout": BlockType.CALLOUT,
    "infobox": BlockType.CALLOUT,
    "caption": BlockType.CAPTION,
}
"""Words in a class that name a part of a story."""
CREDIT_WORDS = frozenset({"attribution", "copyright", "credit", "image-credit", "photo-credit"})
"""Words in a class that name who took a picture or said a thing."""
ASIDE_WORDS = frozenset(
    {
        "ads",
        "advert",
        "advertisement",
        "breadcrumb",
        "breadcrumbs",
        "comment-list",
        "comments",
        "cookie",
        "cookies",
        "menu",
        "nav",
        "navbar",
        "navigation",
        "newsletter",
        "pagination",
        "promo",
        "recommended",
        "related",
        "related-articles",
        "screen-reader-text",
        "share",
        "sharing",
        "sidebar",
        "social",
        "sr-only",
        "subscribe",
        "visually-hidden",
    }
)
"""Words in a class that stand for what surrounds a story."""
ASIDE_ROLES = frozenset({"navigation", "search", "complementary", "banner", "contentinfo"})
"""Roles of what surrounds a story."""
