"""The day itself: what is on, what is next, and how late it is."""
