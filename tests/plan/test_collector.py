"""What is made is not searched for garbage while it is made, nor afterwards if it is taken for good."""

import gc

import pytest

from delegation_planner.plan.collector import collector_paused, taken_for_good


def test_nothing_is_searched_meanwhile() -> None:
    with collector_paused():
        meanwhile = gc.isenabled()
    assert (meanwhile, gc.isenabled()) == (False, True)


def test_a_pause_in_a_pause_does_not_end_it() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()


def test_what_is_taken_for_good_is_not_searched_afterwards() -> None:
    gc.collect()
    gc.freeze()
    before = gc.get_freeze_count()
    with taken_for_good():
        made = [[number] for number in range(1000)]
    taken = gc.get_freeze_count() - before
    gc.unfreeze()
    assert taken >= len(made)


def test_what_fails_is_not_kept() -> None:
    before = gc.get_freeze_count()
    with pytest.raises(ZeroDivisionError), taken_for_good():
        raise ZeroDivisionError
    assert (gc.get_freeze_count() - before, gc.isenabled()) == (0, True)
