"""Plan an official delegation visit: programme, people, places and documents."""

__version__ = "0.1.0"
