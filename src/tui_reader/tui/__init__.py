"""Full-screen front end, on Textual."""
