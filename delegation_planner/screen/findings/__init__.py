"""The findings pane: what a careful officer would notice."""
