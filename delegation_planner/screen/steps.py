"""What is built in several turns of the event loop, so that none of them is long."""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

from PySide6.QtCore import QObject

from delegation_planner.screen.own_turn import own_turn

T = TypeVar("T")
Step = Callable[[], object]


class Steps:
    """Steps that are done in their order, each in a turn of its own, or all at once when somebody needs the outcome."""

    def __init__(self, parent: QObject) -> None:
        self._left: list[Step] = []
        self._is_on = False
        self._next = own_turn(self._go_on, parent)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do."""
        return not self._left

    def begin(self, *steps: Step) -> None:
        """Do these from the next turn on, instead of whatever was left to do."""
        self._left = list(steps)
        self._next.start()

    def finish(self) -> None:
        """Do now what is left; of no effect inside a step."""
        while self._left and not self._is_on:
            self._do_one()

    def _go_on(self) -> None:
        if not self._left:
            return
        try:
            self._do_one()
        finally:  # one that fails leaves the others to be done
            self._next.start()

    def _do_one(self) -> None:
        self._is_on = True
        try:
            self._left.pop(0)()
        finally:
            self._is_on = False


class Built(Generic[T]):
    """An attribute that steps set. Whoever asks for it gets what comes of them, and not what stood there before.

    The owner has the steps as `building`.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    @overload
    def __get__(self, owner: None, kind: type) -> "Built[T]": ...

    @overload
    def __get__(self, owner: QObject, kind: type) -> T: ...

    def __get__(self, owner: QObject | None, kind: type) -> "T | Built[T]":
        if owner is None:
            return self
        owner.building.finish()  # type: ignore[attr-defined]
        answer: T = getattr(owner, self._name)
        return answer

    def __set__(self, owner: QObject, value: T) -> None:
        setattr(owner, self._name, value)
