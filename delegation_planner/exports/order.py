"""What is to be handed out, as the window and the command line ask for it."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from delegation_planner.plan.kinds import Disclosure, Id, Language

if TYPE_CHECKING:
    from delegation_planner.exports.papers.paper_set import PaperName

What = Literal["calendars", "papers", "all"]
Form = Literal["excel", "pdf", "both"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)


class Order(NamedTuple):
    """What is to be handed out, to whom, in which language and up to which level.

    Calendars: those of the named (`participant_ids`, `everyone`), or of everyone and each participant where nobody
    is named. Papers: those of the level, and the personal programmes of the named. Without a `level`, papers and
    the calendar for everyone are public, while a person's own calendar and programme hold all that the person
    attends; a level that is given counts for both.

    `papers` names the papers instead: those of persons are then made for the named, or where nobody is named for each
    participant. What the level does not allow is an error, see `hand_out.check_papers`. `form` says as what papers
    are made: workbooks, PDFs of the same pages, or both.
    """

    what: What = "all"
    participant_ids: tuple[Id, ...] = ()
    everyone: bool = False
    language: Language = "en"
    second_language: Language | None = None
    level: Disclosure | None = None
    papers: "tuple[PaperName, ...]" = ()
    form: Form = "excel"
