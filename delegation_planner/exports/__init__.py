"""What leaves the house: files made from a programme, and how they are written safely."""
