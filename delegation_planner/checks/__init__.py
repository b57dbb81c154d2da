"""What a careful officer would notice: soft rules that warn and never block."""
