"""The first plan of a visit: the visit itself and its two delegations, begun from nothing or from a template."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, Literal, NamedTuple, get_args

from delegation_planner.plan.delegation import Delegation
from delegation_planner.plan.errors import PlanError
from delegation_planner.plan.kinds import Id, Language, Side, ZoneName
from delegation_planner.plan.languages import field_of
from delegation_planner.plan.place import Place
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.plan.tables import TABLES, Row
from delegation_planner.plan.visit import Visit

Template = Literal["signing", "working", "blank"]
TEMPLATES: Final[tuple[Template, ...]] = get_args(Template)


class Party(NamedTuple):
    """One of the two sides: its country's two-letter code and name, and the zone it keeps."""

    country: str
    name: str
    zone: ZoneName


class When(NamedTuple):
    """On so many days from a fixed first one, or somewhere between two dates (`until` is then set)."""

    first: date
    days: int
    until: date | None = None


def new_visit(
    title: str,
    guest: Party,
    host: Party,
    host_body: str,
    when: When,
    new_id: Callable[[], Id],
    language: Language = "en",
) -> Plan:
    """A plan of these answers, which are in the language that the visit speaks; a window is shown for its first day.

    Raises PlanError where they do not fit.
    """
    if not title.strip():
        raise PlanError("Give the visit a title.")
    if when.days < 1:
        raise PlanError("A visit lasts at least one day.")
    if when.until is not None and when.until < when.first + timedelta(days=when.days - 1):
        raise PlanError("The window is shorter than the visit.")
    visit = Visit(
        id=new_id(),
        title_en="",
        guest_country=guest.country,
        host_country=host.country,
        last_day=when.days,
        host_zone=host.zone,
        guest_zone=guest.zone,
    )
    named: dict[str, Any] = {field_of("title", language): title.strip(), field_of("host", language): host_body.strip()}
    visit = visit._replace(language=language, **named)
    if when.until is None:
        visit = visit._replace(dates="fixed", anchor_date=when.first.isoformat())
    else:
        visit = visit._replace(window_start=when.first.isoformat(), window_end=when.until.isoformat())
    return Plan.of(
        [
            visit,
            _delegation("guest", guest, language, new_id),
            _delegation("host", host, language, new_id),
        ]
    )


def _delegation(side: Side, party: Party, language: Language, new_id: Callable[[], Id]) -> Delegation:
    first = side == "guest"
    code = party.country or ("G" if first else "H")
    row = Delegation(new_id(), code, "", side=side, country=party.country, position=1 if first else 2)
    named: dict[str, Any] = {field_of("name", language): party.name}
    return row._replace(**named)


def begun_from(template: Plan, made: Plan) -> Plan:
    """The rows of a template as those of a visit just made.

    Visit and delegations keep what was answered; items are read in the host's zone. What the template has on its last
    day comes on the visit's last day, what lies between stays on its day as far as the visit lasts.
    """
    visit = made.visit._replace(id=template.visit.id, kind=template.visit.kind)
    by_side = {row.side: row for row in made.rows(Delegation)}
    last = template.visit.last_day

    def day(number: int) -> int:
        return visit.last_day + number - last if number >= last else min(number, visit.last_day)

    def begun(row: Row) -> Row:
        if isinstance(row, Delegation):
            return by_side[row.side]._replace(id=row.id)
        if isinstance(row, Place):
            return row._replace(zone=visit.host_zone)
        if isinstance(row, ProgrammeItem):
            return row._replace(
                start_day=day(row.start_day), end_day=day(row.end_day), start_zone=visit.host_zone,
                end_zone=visit.host_zone,
            )  # fmt: skip
        return visit if row is template.visit else row

    return Plan.of(begun(row) for kind in TABLES.values() for row in template.rows(kind))
