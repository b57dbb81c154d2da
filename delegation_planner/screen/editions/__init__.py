"""What goes out, in the window: how far the draft has moved on, issuing, packs, and who holds what."""
