"""The reading state: what a reader would miss if it were lost."""
