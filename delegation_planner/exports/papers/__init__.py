"""Printed itineraries: one paper is one workbook with one sheet."""
