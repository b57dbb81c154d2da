"""Makes what readers get of a plan, calendars and papers, and writes it: for the window and the command line alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from delegation_planner.checks.run import judged_on, run
from delegation_planner.exports.calendar.calendars import make_calendars
from delegation_planner.exports.calendar.telling import LeftOut
from delegation_planner.exports.file_names import distinct_names
from delegation_planner.exports.order import Form, Order
from delegation_planner.exports.papers.imprint import Issue
from delegation_planner.exports.papers.paper_set import (
    LEAST_LEVELS,
    OF_EVERYBODY,
    OF_TEAMS,
    PAPER_NAMES,
    PERSONAL,
    LaidOut,
    PaperName,
    PaperWarning,
    finished,
    lay_out_papers,
    warnings,
)
from delegation_planner.exports.papers.same_paper import is_same_draft
from delegation_planner.exports.private_texts import private_texts_in
from delegation_planner.exports.safe_write import OutgoingFile, Progress, Staged, WriteResult, staged
from delegation_planner.exports.steps import Steps
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import Disclosure, Id, Language, shown_at
from delegation_planner.plan.languages import text_in
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.plan.sent import Sent, SentRegister
from delegation_planner.programme.audience import Audience
from delegation_planner.programme.build import Programmes
from delegation_planner.words.words import Words

Draw = Callable[[LaidOut], bytes]
"""Draws the pages of a laid-out paper into a PDF."""
WordsOf = Callable[[Language], Words]


class HandOut(NamedTuple):
    """Everything made and not yet written: files by folder name, what to remember as sent, and what to tell."""

    files: dict[str, list[OutgoingFile]]
    sent: tuple[Sent, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[PaperWarning, ...]


class Delivery(NamedTuple):
    """What became of the files, folder by folder."""

    results: tuple[WriteResult, ...]

    @property
    def failed(self) -> int:
        """How many files could not be put in their place."""
        return sum(len(result.failed) for result in self.results)


def make_hand_out(
    plan: Plan,
    rulebook: Rulebook,
    register: SentRegister,
    order: Order,
    made_at: datetime,
    words_of: WordsOf,
    progress: Progress | None = None,
    draw: Draw | None = None,
    issue: Issue | None = None,
) -> HandOut:
    """The files of an order, made and proved in memory; `made_at` is aware. An order for PDFs needs somebody to `draw`;
    papers bear the edition of an `issue`, and are a draft's without one.

    Raises PlanError while the visit has no dates, Stopped where `progress` says so, KnownError where a text of the
    programme holds what is private.
    """
    programmes = Programmes(plan, rulebook)
    audiences = calendar_audiences(plan, order) if order.what != "papers" else []
    steps = Steps(len(audiences) + _expected_papers(plan, order), progress)
    files: dict[str, list[OutgoingFile]] = {}
    sent: tuple[Sent, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    told: Iterable[PaperWarning] = ()
    if order.what != "papers":
        read = [programmes.of(audience) for audience in audiences]
        batch = make_calendars(
            read, register, made_at, words_of, steps=steps,
            in_full=lambda one: programmes.of(one.audience._replace(level="internal")),
        )  # fmt: skip
        if order.level != "internal":
            prove_nothing_private(plan, (file.content.decode() for file in batch.outgoing))
        files["calendars"] = batch.outgoing
        sent = batch.sent([file.name for file in batch.files])
        left_out = batch.left_out
    if order.what != "calendars":
        papers = list(_papers(plan, rulebook, programmes, order, made_at, words_of, issue))
        public = (paper.sheet for paper in papers if paper.programme.audience.level == "public")
        prove_nothing_private(plan, (text for sheet in public for text in sheet.texts))
        files["papers"] = list(_paper_files(papers, order.form, draw, steps, words_of(order.language)))
        told = dict.fromkeys(warning for paper in papers for warning in warnings(paper.programme))
    return HandOut(files, sent, left_out, tuple(told))


def _paper_files(
    papers: Sequence[LaidOut], form: Form, draw: Draw | None, steps: Steps, words: Words
) -> Iterator[OutgoingFile]:
    """Each paper in the form or forms that were asked for; of one paper both have one name.

    A workbook that would differ from the one in its place by the moment of making alone leaves that as it is.
    """
    stems = [paper.stem for paper in papers]
    workbooks, pdfs = distinct_names(stems, ".xlsx"), distinct_names(stems, ".pdf")
    for paper, workbook, pdf in zip(papers, workbooks, pdfs, strict=True):
        steps.take(paper.stem)
        if form != "pdf":
            content, made_at = finished(paper).content, paper.sheet.made_at
            yield OutgoingFile(workbook, content, partial(is_same_draft, new=content, made_at=made_at, words=words))
        if form != "excel":
            assert draw is not None
            yield OutgoingFile(pdf, draw(paper))


def _papers(
    plan: Plan,
    rulebook: Rulebook,
    programmes: Programmes,
    order: Order,
    made_at: datetime,
    words_of: WordsOf,
    issue: Issue | None,
) -> Iterator[LaidOut]:
    """The papers of an order; place sheets apart, because they are always made of a detailed programme."""
    check_papers(order)
    words = words_of(order.language)
    second = words_of(order.second_language) if order.second_language else None
    on = judged_on(plan, made_at.date())
    findings = run(plan, rulebook, on) if "open-points" in order.papers else ()
    apart: tuple[PaperName, ...] = ("place-sheets",) if "place-sheets" in order.papers else ()
    others = tuple(name for name in order.papers if name not in apart)
    if others or not apart:
        made = [programmes.of(audience) for audience in paper_audiences(plan, order._replace(papers=others))]
        yield from lay_out_papers(made, words, second, made_at, others, findings, issue)
    if apart:
        detailed = programmes.of(_for_everybody(order)._replace(level="detailed"))
        yield from lay_out_papers([detailed], words, second, made_at, apart, (), issue)


def prove_nothing_private(plan: Plan, texts: Iterable[str]) -> None:
    """X2: raises KnownError where a private contact or a passport number stands in a text that is about to leave.

    No field of ours puts one there: somebody has typed it into a remark or a title. The sentence names whose it is,
    and does not repeat it. Internal files are not searched: what officers note for themselves is theirs.
    """
    people = plan.rows(Participant)
    shown = {text for one in people for text in (one.duty_phone, one.duty_email)}
    private = {
        text: text_in(one, "name")
        for one in people
        for text in (one.passport_no, one.private_phone, one.private_email)
        if text not in shown
    }
    found = private_texts_in(texts, private)
    if found:
        raise KnownError(
            "A private number or address would go out: {people}. Somebody typed it into a text of the programme. "
            "Take it out there; nothing was written.",
            people=", ".join(sorted({private[text] for text in found})),
        )


def _expected_papers(plan: Plan, order: Order) -> int:
    """About how many: of some there is one for each day, place or car."""
    return len(paper_audiences(plan, order)) + len(order.papers) if order.what != "calendars" else 0


def check_papers(order: Order) -> None:
    """Raises KnownError where the order names a paper that its level does not allow."""
    for name in order.papers:
        least = LEAST_LEVELS[name]
        level = order.level or ("internal" if name in PERSONAL else "public")
        if least not in shown_at(level):
            raise KnownError(
                "The paper “{name}” is made from level {level} on: choose that level.", name=name, level=least
            )


def papers_at(level: Disclosure) -> tuple[PaperName, ...]:
    """Every paper that a level allows."""
    return tuple(name for name in PAPER_NAMES if LEAST_LEVELS[name] in shown_at(level))


def deliver(
    hand_out: HandOut, folder: Path, record: Callable[[Sequence[Sent]], None] | None, progress: Progress | None = None
) -> Delivery:
    """Write the files into a folder for calendars and one for papers below `folder`.

    All files are written aside first. What is sent is recorded before the first of them is moved into its place:
    should the program be killed in between, the next export writes the very same bytes, never other words under a
    SEQUENCE that is already out. Stopped before that, nothing is left behind and nothing is recorded. Raises
    KnownError where the folder cannot be used.
    """
    aside = staged(folder, hand_out.files, progress)
    if not aside.is_stopped and record is not None and hand_out.sent:
        _record_or_discard(hand_out.sent, record, aside)
    return Delivery(aside.move_in())


def _record_or_discard(sent: Sequence[Sent], record: Callable[[Sequence[Sent]], None], aside: Staged) -> None:
    try:
        record(sent)
    except BaseException:
        aside.discard()
        raise


def calendar_audiences(plan: Plan, order: Order) -> list[Audience]:
    """Whose calendars an order makes."""
    named = bool(order.participant_ids) or order.everyone
    people = order.participant_ids if named else tuple(plan.table(Participant))
    audiences = [_for_everybody(order)._replace(second_language=None)] if order.everyone or not named else []
    return audiences + [_for_person(order, id)._replace(second_language=None) for id in people]


def paper_audiences(plan: Plan, order: Order) -> list[Audience]:
    """Whose papers an order makes."""
    if not order.papers:
        return [_for_everybody(order), *(_for_person(order, id) for id in order.participant_ids)]
    found = [_for_everybody(order)] if set(order.papers) & set(OF_EVERYBODY) else []
    if set(order.papers) & set(PERSONAL):
        found += [_for_person(order, id) for id in order.participant_ids or plan.table(Participant)]
    teams = dict.fromkeys(OF_TEAMS[name] for name in order.papers if name in OF_TEAMS)
    return found + [_for_everybody(order)._replace(kind="team", team=team) for team in teams]


def _for_everybody(order: Order) -> Audience:
    return Audience("everybody", order.level or "public", order.language, order.second_language)


def _for_person(order: Order, participant_id: Id) -> Audience:
    level = order.level or "internal"
    return Audience("person", level, order.language, order.second_language, participant_id=participant_id)
