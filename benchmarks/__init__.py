"""Speed, measured as ratios: a yardstick and ours, side by side, in one run."""
