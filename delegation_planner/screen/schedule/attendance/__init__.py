"""The attendance matrix: people by items, a role in each crossing, totals below."""
