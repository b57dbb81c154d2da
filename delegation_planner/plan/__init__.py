"""What a visit is: immutable rows, the plan that holds them, and how it changes."""
