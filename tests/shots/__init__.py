"""Pictures of every pane, panel, dialog and state of the window: `python dev.py shots DIR`."""
