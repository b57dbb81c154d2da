"""Rows to show as pure functions make them and the model takes them; no Qt."""

from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")


class Node(NamedTuple, Generic[R]):
    """A row to show, known by its id (unique in the whole list), and the rows below it."""

    id: str
    row: R
    children: tuple["Node[R]", ...] = ()
    selectable: bool = True
    drop: bool = False
