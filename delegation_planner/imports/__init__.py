"""What comes in from outside: lists that others keep, and files that others write."""
