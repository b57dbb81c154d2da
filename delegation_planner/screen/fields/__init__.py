"""Fields that take one value each: they say what was typed when they are left, and Esc takes it back."""
