"""What a visit sets for itself: its head, rules, travel times, holidays, and what goes out in its name."""
