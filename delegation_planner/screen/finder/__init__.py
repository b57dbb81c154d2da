"""Finding anything as it is typed: people, items, documents, places, commands."""
