"""What has gone out: editions compared with one another, who is touched, and who holds which."""
