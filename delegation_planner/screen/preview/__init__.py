"""Print preview: the papers as pages on the screen, in a PDF and at the printer, from the same laid-out sheets."""
