"""A date with its weekday, typed or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from delegation_planner.words.words import Words


def date_field(words: Words, name: str, day: date, parent: QWidget | None = None) -> QDateEdit:
    """A field that shows this date; `name` is what it is called."""
    field = QDateEdit(QDate(day.year, day.month, day.day), parent)
    field.setCalendarPopup(True)
    field.setLocale(QLocale(words.language))
    # As short_date says it, in Qt's letters for the parts.
    form = words.say("{weekday} {day} {month} {year}", weekday="ddd", day="d", month="MMM", year="yyyy")
    field.setDisplayFormat(form)
    for named in (field, field.findChild(QLineEdit)):  # the keyboard is in the line inside
        if named is not None:
            named.setAccessibleName(name)
    return field


def date_in(field: QDateEdit) -> date:
    """The date that a field shows."""
    day = field.date()
    return date(day.year(), day.month(), day.day())
