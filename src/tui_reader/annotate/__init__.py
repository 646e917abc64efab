"""Finding things in an article: figures and entities."""
