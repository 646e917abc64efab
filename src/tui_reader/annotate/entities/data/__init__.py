"""Tables of plain facts, and the script that makes them from their sources."""
