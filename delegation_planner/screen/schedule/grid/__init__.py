"""The day grid: the visit painted as day columns over the hours."""
