"""What the start of the program hands to its window."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from delegation_planner.exports.order import Order
from delegation_planner.exports.safe_write import OutgoingFile, Progress, Staged
from delegation_planner.plan.kinds import Id
from delegation_planner.plan.new_visit import Template
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.screen.day_templates import DayTemplates
from delegation_planner.screen.plan_files import PlanFiles
from delegation_planner.screen.settings import Settings
from delegation_planner.screen.theme import Theme
from delegation_planner.words.words import Catalogues, Words

if TYPE_CHECKING:
    from delegation_planner.packs.unchanged import IssueOf


class Made(NamedTuple):
    """Files made in memory and not yet written, by the name of their folder; what to remember as sent; what to tell."""

    files: dict[str, list[OutgoingFile]]
    sent: tuple[Sent, ...]
    notes: tuple[str, ...]


class HandingOut(Protocol):
    """Makes the files of an order and writes them aside. Both run in a worker: neither touches the plan file."""

    def make(
        self, plan: Plan, order: Order, register: SentRegister, issue_of: "IssueOf", words: Words, progress: Progress
    ) -> Made:
        """The files of an order; `words` are those of the window, for the notes. Raises KnownError, Stopped too."""
        ...

    def stage(self, made: Made, folder: Path, progress: Progress) -> Staged:
        """Write them beside their places: once what is sent is recorded, they are moved in.

        Raises KnownError where the folder cannot be used.
        """
        ...


class Surroundings(NamedTuple):
    """Everything that the window needs and does not make itself.

    `now` gives aware datetimes, `new_id` ids for rows. `plans_folder` is proposed for new plans and exports,
    `open_folder` is where attachments are laid out, `guide` holds the guide's pages. `template` gives a template's
    plan; its ids are made in the namespace of the id given. `day_templates` keeps days to be inserted again.
    """

    files: PlanFiles
    theme: Theme
    settings: Settings
    catalogues: Catalogues
    rulebook: Callable[[], Rulebook]
    now: Callable[[], datetime]
    new_id: Callable[[], Id]
    hand_out: HandingOut
    plans_folder: Path
    open_folder: Path
    guide: Path
    version: str
    template: Callable[[Template, Id], Plan]
    day_templates: DayTemplates
