"""The documents pane: the register of papers, each with its chain."""
