"""The open plan: the one door for change, undo and redo, and who is told."""
