"""Finding again: names, text and the store behind them; SQL is known only here."""
