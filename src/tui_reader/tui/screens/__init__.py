"""Screens: they own state and answer messages."""
