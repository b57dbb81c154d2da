"""Findings kept sorted, by severity and day: an edit copies what it touches, and shares the rest."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain

from delegation_planner.checks.finding import Finding, Seen
from delegation_planner.checks.report import Gathered, Order, Reporter, Shelf, shelf
from delegation_planner.plan.kinds import Id


class _OneShelf:
    """What was seen of one severity on one day, with the findings in order."""

    __slots__ = ("findings", "orders", "place", "seen")

    def __init__(self) -> None:
        self.seen: Gathered = {}
        self.place: dict[Seen, Order] = {}
        self.orders: list[Order] = []
        self.findings: list[Finding] = []  # each at the place of its order

    def copy(self) -> "_OneShelf":
        twin = _OneShelf()
        twin.seen, twin.place = dict(self.seen), dict(self.place)
        twin.orders, twin.findings = list(self.orders), list(self.findings)
        return twin

    def fill(self, seen: Gathered, reporter: Reporter) -> None:
        made = sorted((reporter.finding(saw, concerned) for saw, concerned in seen.items()), key=_by_order)
        self.seen = seen
        self.orders, self.findings = [order for order, _ in made], [finding for _, finding in made]
        self.place = {order[-1]: order for order in self.orders}

    def put(self, saw: Seen, concerned: frozenset[Id] | None, reporter: Reporter) -> None:
        order = self.place.pop(saw, None)
        if order is not None:
            here = bisect_left(self.orders, order)
            del self.orders[here], self.findings[here], self.seen[saw]
        if concerned is not None:
            order, finding = reporter.finding(saw, concerned)
            here = bisect_left(self.orders, order)
            self.orders.insert(here, order)
            self.findings.insert(here, finding)
            self.seen[saw], self.place[saw] = concerned, order


def _by_order(made: tuple[Order, Finding]) -> Order:
    return made[0]


class Shelves:
    """All that was seen in a plan, and the findings of it. A copy shares what it does not change."""

    def __init__(self, shelves: dict[Shelf, _OneShelf] | None = None) -> None:
        self._shelves = shelves or {}
        self._own: set[Shelf] = set()

    def filling(self, seen: Gathered, reporter: Reporter) -> Iterator[None]:
        """Take in everything that was seen, shelf by shelf."""
        sorted_out: dict[Shelf, Gathered] = {}
        for saw, concerned in seen.items():
            sorted_out.setdefault(shelf(saw), {})[saw] = concerned
        for key, on_it in sorted_out.items():
            self._writable(key).fill(on_it, reporter)
            yield

    def copy(self) -> "Shelves":
        """Shelves to change, while these stay as they are."""
        return Shelves(dict(self._shelves))

    def concerned(self, saw: Seen) -> frozenset[Id] | None:
        """Whom a thing seen concerns; None if it was not seen."""
        found = self._shelves.get(shelf(saw))
        return None if found is None else found.seen.get(saw)

    def put(self, saw: Seen, concerned: frozenset[Id] | None, reporter: Reporter) -> None:
        """What was seen now concerns these, and its finding is made anew; None if it is seen no more."""
        self._writable(shelf(saw)).put(saw, concerned, reporter)

    def mark(self, waived: set[tuple[str, str]]) -> None:
        """Mark every finding by whether its check and fingerprint are waived."""
        for key in tuple(self._shelves):
            on_it = self._writable(key)
            on_it.findings = [one._replace(waived=(one.check, one.fingerprint) in waived) for one in on_it.findings]

    def findings(self) -> Iterator[Finding]:
        """All findings, errors first, then by day, check and numbers."""
        shelves: Iterable[_OneShelf] = (self._shelves[key] for key in sorted(self._shelves))
        return chain.from_iterable(one.findings for one in shelves)

    def _writable(self, key: Shelf) -> _OneShelf:
        if key not in self._own:
            self._shelves[key] = self._shelves[key].copy() if key in self._shelves else _OneShelf()
            self._own.add(key)
        return self._shelves[key]
