"""Knowledge of strings, shared by every stage."""
