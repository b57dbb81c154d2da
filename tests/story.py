"""The world around a plan: it issues edition after edition, and everybody takes in whatever comes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from delegation_planner.exports.calendar.pack import ReaderCalendars
from delegation_planner.packs.pack import Pack, make_pack
from delegation_planner.packs.shelf import take_from
from delegation_planner.plan.change import Changes, replaced
from delegation_planner.plan.edition import next_edition
from delegation_planner.plan.edits.difference import difference
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.plan import Plan
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.programme.audience import Audience, everybody, person
from delegation_planner.programme.build import Programmes
from delegation_planner.resource_files import read_rulebook, read_sample
from delegation_planner.session.plan_session import PlanSession
from delegation_planner.session.store import Label
from tests.builders import new_ids
from tests.personal_calendar import PersonalCalendar
from tests.words.spoken import words

RULES = read_rulebook()
ADDRESSLESS = ("I10", "R1")
START = datetime(2017, 7, 10, 2, 15, tzinfo=UTC)


def addressed(plan: Plan) -> Plan:
    """The plan with an organizer, and with an address for everybody but a few; guests read Azerbaijani."""
    visit = plan.visit._replace(organizer_name="Protocol Office", organizer_email="protocol.office@visit.example")
    changes = [replaced(plan.visit, visit)]
    for row in plan.rows(Participant):
        address = "" if row.code in ADDRESSLESS else f"{row.code.lower()}@visit.example"
        reached = row._replace(duty_email=address)
        changes.append(replaced(row, reached._replace(language="az") if row.code.startswith("A") else reached))
    return plan.changed(Changes(changes))


class Story:
    """A session on a plan file; the calendars of its readers by their key in the register, and all packs so far."""

    def __init__(self, folder: Path, plan: Plan | None = None) -> None:
        first = addressed(read_sample(fixed=True)) if plan is None else plan
        self.file = PlanFile.create(folder / "story.visit", first)
        self.clock = START
        self.session = PlanSession(self.file, new_id=new_ids("story"), now=lambda: self.clock)
        self.calendars: dict[str, PersonalCalendar] = {}
        self.packs: list[Pack] = []

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.session.plan

    def edit(self, changes: Changes) -> None:
        """One edit through the door."""
        self.session.apply(Label("edit"), changes)

    def restore(self, number: int) -> None:
        """The plan as an edition froze it, as one edit."""
        self.edit(difference(self.plan, self.file.edition_plan(number)))

    def issue(self) -> Pack:
        """The next edition, packed, recorded, taken in by everybody; then every calendar is the current programme."""
        self.clock += timedelta(days=1)
        edition = next_edition(len(self.file.editions()), f"{self.clock:%Y-%m-%dT%H:%M:%SZ}")
        self.file.issue(edition, self.plan)
        pack = self.pack()
        self.packs.append(pack)
        self.file.record_sent(pack.calendars.sent)
        if edition.number % 3 == 0:
            later = self.clock + timedelta(hours=5)
            again = make_pack(take_from(self.file), RULES, later, words, with_papers=False)
            assert again.files == pack.files, "a pack made again is the same"
        for each in pack.calendars.readers:
            self._take_in(each)
        for left in pack.left_out:
            if left.reason == "no_longer_in_programme":  # the officers are told to say it to somebody without address
                self.calendars[left.reader].appointments.pop(left.uid, None)
        self._check(pack)
        return pack

    def pack(self) -> Pack:
        """The pack of the newest edition."""
        return make_pack(take_from(self.file), RULES, self.clock, words, with_papers=False)

    def _take_in(self, each: ReaderCalendars) -> None:
        reader = each.recipient.reader
        address = reader.address if reader and reader.address else ""
        calendar = self.calendars.get(each.recipient.key)
        if calendar is None:
            calendar = self.calendars[each.recipient.key] = PersonalCalendar(address)
            assert not each.messages, "whoever has nothing yet gets a whole calendar"
            if each.whole:
                calendar.load(each.whole.content)
        elif each.updates:
            for message in each.messages:
                calendar.take_in(message.content)
            assert calendar.ignored == 0, "every message is news"
        elif each.whole:
            calendar.load_again(each.whole.content)
            calendar.ignored = 0

    def _check(self, pack: Pack) -> None:
        """Each calendar holds what is on, as the newest whole calendar says it, at the programme's own instants."""
        wholes = {each.recipient.key: each.whole for each in pack.calendars.readers}
        programmes = Programmes(self.plan, RULES)
        for key, calendar in self.calendars.items():
            expected = self._on(key, programmes)
            found = {uid: (one.start, one.end) for uid, one in calendar.appointments.items()}
            assert found == expected, key
            fresh = PersonalCalendar()
            whole = wholes.get(key)
            if whole is not None:
                fresh.load(whole.content)
            assert calendar.appointments == fresh.appointments, key

    def _on(self, key: str, programmes: Programmes) -> dict[str, tuple[datetime, datetime]]:
        if "/" not in key and self.plan.get(Participant, key) is None:
            return {}
        audience: Audience = everybody(language=self.plan.visit.language) if "/" in key else person(key)
        shown = programmes.of(audience)
        return {
            entry.uid: (entry.start.astimezone(UTC), entry.end.astimezone(UTC))
            for entry in shown.entries
            if entry.status != "cancelled" and shown.visit.status != "cancelled" and not entry.broken
        }


Step = Callable[[Story], None]
