"""The pictures beside a story or inside its book: found, measured and decoded, and none of it at a stranger's cost."""
