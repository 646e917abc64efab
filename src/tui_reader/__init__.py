"""A terminal reader of news stories."""

__version__ = "0.1.0"
