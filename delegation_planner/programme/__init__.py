"""What a reader sees: the visit cut and worded for one audience, from which every export is made."""
