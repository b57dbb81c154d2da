"""Whole journeys of an officer through the real window, with real mouse and keys."""
