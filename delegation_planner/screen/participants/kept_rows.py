"""The rows of the participants pane, kept from one plan, and what was found about it, to the next; no Qt."""

from delegation_planner.plan.index import Index
from delegation_planner.plan.plan import Plan
from delegation_planner.plan.rulebook import Rulebook
from delegation_planner.screen.marks import Marks
from delegation_planner.screen.participants.list_rows import ListedPeople
from delegation_planner.screen.participants.rows import Everybody
from delegation_planner.words.words import Words


class KeptPeople:
    """Makes rows only for another plan or other marks. Both are values: the very same ones have the same rows."""

    def __init__(self, rulebook: Rulebook, words: Words) -> None:
        self._rulebook = rulebook
        self._words = words
        self._everybody: Everybody | None = None
        self._listed: ListedPeople | None = None

    def everybody(self, plan: Plan, marks: Marks) -> Everybody:
        """All people of the plan with these marks."""
        kept = self._everybody
        if kept is None or kept.plan is not plan or kept.marks is not marks:
            self._everybody = kept = Everybody(plan, self._rulebook, self._words, marks)
        return kept

    def listed(self, plan: Plan, index: Index, marks: Marks) -> ListedPeople:
        """The same as a list; `index` is that of the plan."""
        everybody = self.everybody(plan, marks)
        if self._listed is None or self._listed.everybody is not everybody:
            self._listed = ListedPeople(everybody, index)
        return self._listed
