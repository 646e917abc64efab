"""Headless front end: one file per command."""
