"""Calendars that every reader opens right."""
