"""The toolbar's word on the draft: after which edition it stands, and how many changes since."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from delegation_planner.screen.desk import Desk
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.frozen import FrozenEdition
from delegation_planner.screen.editions.held_watch import held_watch_of
from delegation_planner.screen.field_button import FieldButton, Part
from delegation_planner.words.editions import draft_line, edition_number

LATEST_MS: Final = 500
"""So long after the window has come it begins, if the findings have not been there sooner."""

AFTER_GOES: Final = 2
"""After which edition it is: the step of shortening at which it goes."""


class DraftField(FieldButton):
    """Draft after Edition 2 · 5 changes, or the edition that is looked at. Narrow windows leave the middle away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._watch = watch_of(desk)
        self._watch.changed.connect(self.follow)
        desk.judged.connect(self._begin)
        QTimer.singleShot(LATEST_MS, self, self._begin)
        self.follow()

    def _begin(self) -> None:
        """Only while it can be used: once another plan is shown, or opened, the file of this one is closed."""
        if self.isVisible() and self.isEnabled():
            self._watch.begin()
            held_watch_of(self._desk).begin()

    def follow(self) -> None:
        """Say what is so now."""
        words, last, theme = self._desk.words, self._watch.last, self._desk.theme
        parts, frozen = [Part(icon=theme.icon("stamp", "ink"))], self._desk.session.store
        if isinstance(frozen, FrozenEdition):
            name = edition_number(words, frozen.number)
            parts.append(Part(name, "heading"))
        elif not self._watch.has_begun:
            parts.append(Part(words.say("Draft"), "heading"))
            name = words.say("Draft")
        elif last is None:
            parts += [Part(words.say("Draft"), "heading"), Part(words.say("no edition yet"), "muted")]
            name = draft_line(words, 0, 0)
        elif self._watch.difference is None:
            name = words.say("Draft after Edition {number}", number=last.number)
            parts += [Part(words.say("Draft"), "heading"), self._after(last.number)]
        elif not self._watch.difference:
            name = draft_line(words, last.number, 0)
            parts.append(Part(name, "heading"))
        else:
            count = self._watch.difference.total
            name = draft_line(words, last.number, count)
            parts += [Part(words.say("Draft"), "heading"), self._after(last.number)]
            parts.append(Part(words.say_many("{count} change", "{count} changes", count), "pill"))
        parts.append(Part(icon=theme.icon("chevron_down")))
        self.show_parts(parts, name)

    def _after(self, number: int) -> Part:
        words = self._desk.words
        said = words.say("after {edition}", edition=edition_number(words, number))
        return Part(said, "muted", spare=AFTER_GOES)
