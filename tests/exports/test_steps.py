"""Steps are counted, told by name, and stop where they are not wanted."""

import pytest

from delegation_planner.exports.steps import Steps, Stopped


def test_each_step_is_told_before_it_begins() -> None:
    told: list[tuple[int, int, str]] = []

    def watch(done: int, steps: int, name: str = "") -> bool:
        told.append((done, steps, name))
        return True

    steps = Steps(2, watch)
    for name in ("a", "b", "one more than expected"):
        steps.take(name)
    assert told == [(0, 2, "a"), (1, 2, "b"), (2, 2, "one more than expected")]


def test_a_step_that_is_not_wanted_stops_the_making() -> None:
    steps = Steps(3, lambda done, *_: done < 1)
    steps.take("a")
    with pytest.raises(Stopped):
        steps.take("b")


def test_nobody_has_to_watch() -> None:
    steps = Steps()
    steps.take("a")
    steps.take("b")
