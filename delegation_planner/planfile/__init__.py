"""The plan file on disk: one SQLite database a visit, and the only place that speaks SQL."""
