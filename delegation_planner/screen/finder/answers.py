"""What the finder offers for what is typed: rows of the plan and commands, the best first."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from delegation_planner.plan.change import Changes
from delegation_planner.plan.delegation import Delegation, Group
from delegation_planner.plan.document import Document
from delegation_planner.plan.kinds import Id, ItemKind
from delegation_planner.plan.names import fold
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.tables import Row
from delegation_planner.screen.finder.found import Findable, findables, followed
from delegation_planner.screen.finder.search import Search, nearly
from delegation_planner.words.words import Words, mark

KIND_ICONS: Final[dict[type[Row], str]] = {
    Participant: "person",
    Document: "document",
    Place: "place",
    Group: "people",
    Delegation: "people",
}
KIND_NAMES: Final[dict[type[Row], str]] = {
    Place: mark("place"),
    Group: mark("group"),
    Delegation: mark("delegation"),
}
"""What stands beside a row that nothing else tells apart."""


class Command(NamedTuple):
    """A command of the menus: its name, where it stands, its keys."""

    name: str
    text: str
    menu: str
    keys: str


class Answer(NamedTuple):
    """One line of the finder. `goes_to` is a row of the plan, or `command` the name of a command."""

    text: str
    code: str
    beside: str
    icon: str
    item_kind: ItemKind | None
    goes_to: tuple[type[Row], Id] | None = None
    command: str | None = None


class Finder:
    """Answers what is typed, for one plan and one set of commands; folded once, then followed."""

    def __init__(self, plan: Plan, words: Words, commands: Iterable[Command]) -> None:
        self._words = words
        self.offer(commands)
        self._take(findables(plan, words))

    def follow(self, plan: Plan, changes: Changes) -> None:
        """The plan has changed."""
        known = followed(self._known, plan, changes, self._words)
        if known is not self._known:
            self._take(known)

    def offer(self, commands: Iterable[Command]) -> None:
        """These commands can be given now."""
        self._commands = tuple(commands)
        self._command_search = Search([f"{fold(command.text)}\n{fold(command.menu)}" for command in self._commands])

    def answers(self, typed: str, most: int) -> list[Answer]:
        """The best answers; while nothing is typed, the commands. A leading ">" asks for commands alone.

        Where nothing holds what is typed, rows that hold nearly that.
        """
        if typed.startswith(">"):
            return self._fitting_commands(typed[1:], most)
        if not fold(typed):
            return [_of_command(command) for command in self._commands[:most]]
        commands = self._fitting_commands(typed, most // 3)
        found = self._search.best(typed, most)
        if not found and not commands:
            found = nearly([row.folded for row in self._rows], typed, most)
        rows = [self._of_row(self._rows[at]) for at in found]
        return rows[: most - len(commands)] + commands

    def _take(self, known: dict[tuple[type[Row], Id], Findable]) -> None:
        self._known = known
        self._rows: Sequence[Findable] = tuple(known.values())
        self._search = Search([row.folded for row in self._rows])

    def _fitting_commands(self, typed: str, most: int) -> list[Answer]:
        if not fold(typed):
            return [_of_command(command) for command in self._commands[:most]]
        return [_of_command(self._commands[at]) for at in self._command_search.best(typed, most)]

    def _of_row(self, row: Findable) -> Answer:
        beside = row.beside or (self._words.say(KIND_NAMES[row.kind]) if row.kind in KIND_NAMES else "")
        icon = KIND_ICONS.get(row.kind, "")
        return Answer(row.text, row.code, beside, icon, row.item_kind, goes_to=(row.kind, row.id))


def _of_command(command: Command) -> Answer:
    return Answer(command.text, "", command.keys or command.menu, "chevron_right", None, command=command.name)
