"""The participants pane: people by delegation in order of precedence."""
