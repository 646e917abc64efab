"""Widgets: they draw what they are given and announce what was asked."""
