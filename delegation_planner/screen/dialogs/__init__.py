"""What the window asks and tells in panels and dialogs of its own."""
