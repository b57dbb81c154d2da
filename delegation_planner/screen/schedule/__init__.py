"""The schedule pane: the rundown as a sheet."""
