"""What is said, in whose language."""
