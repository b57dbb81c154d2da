"""One real plan file of every released schema version; all of them must always open."""
