"""What the marked-up formats share: pieces, front matter, and how stories are made of them."""
