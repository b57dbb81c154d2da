"""The details pane: a form for whatever is selected."""
