"""What moves several items or the whole visit at once, told before it is done."""
