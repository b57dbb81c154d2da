"""The one model: it follows any list of rows, and what is selected stays selected."""

import weakref
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QListView

from delegation_planner.plan.collector import collector_paused
from delegation_planner.screen.nodes import Node
from delegation_planner.screen.rows_model import Column, RowsModel, plain_tip

pytestmark = pytest.mark.usefixtures("qtbot")

COLUMNS: list[Column[str]] = [
    Column("text", "Text", lambda row: row),
    Column("size", "Size", lambda row: str(len(row))),
]


def leaves(text: str) -> list[Node[str]]:
    """A row a letter; the letter is the id."""
    return [Node(letter, letter) for letter in text]


def a_model(text: str = "") -> RowsModel[str]:
    model = RowsModel(COLUMNS)
    model.show(leaves(text))
    return model


Trees = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("12345"), unique=True, max_size=5), st.booleans()),
    unique_by=lambda entry: entry[0],
    max_size=8,
)


def tree(drawn: list[tuple[str, list[str], bool]]) -> tuple[Node[str], ...]:
    return tuple(
        Node(id, f"{id}!" if loud else id, tuple(Node(f"{id}{child}", child) for child in children))
        for id, children, loud in drawn
    )


def shown(model: RowsModel[str]) -> list[Any]:
    """Ids and texts of the whole tree as Qt reads it."""

    def level(parent: Any) -> list[Any]:
        found = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            node = model.node_at(index)
            assert node is not None
            found.append((node.id, index.data(), level(index)))
        return found

    return level(model.index_of(None))


def expected(nodes: tuple[Node[str], ...]) -> list[Any]:
    return [(node.id, node.row, expected(node.children)) for node in nodes]


@settings(max_examples=60, deadline=None)
@given(st.lists(Trees, min_size=1, max_size=5))
def test_it_shows_what_it_is_given_whatever_was_there(trees: list[list[tuple[str, list[str], bool]]]) -> None:
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for drawn in trees:
        kept = {id: QPersistentModelIndex(model.index_of(id)) for id in model.ids()}
        nodes = tree(drawn)
        model.show(nodes)
        assert shown(model) == expected(nodes)
        there = {node.id for node in nodes}
        assert {id for id, index in kept.items() if index.isValid()} == there & kept.keys()
        assert [known.id for id in there & kept.keys() if (known := model.node_at(kept[id])) and known.id != id] == []
    assert tester.model() is model


def test_what_is_selected_stays_selected_when_rows_come_go_and_change_places() -> None:
    model = a_model("abcdef")
    view = QListView()
    view.setModel(model)
    for id in "be":
        view.selectionModel().select(model.index_of(id), QItemSelectionModel.SelectionFlag.Select)
    view.setCurrentIndex(model.index_of("e"))
    view.selectionModel().select(model.index_of("b"), QItemSelectionModel.SelectionFlag.Select)
    model.show(leaves("xfeyb"))
    assert sorted(str(index.data()) for index in view.selectionModel().selectedIndexes()) == ["b", "e"]
    assert view.currentIndex().data() == "e"
    assert model.ids() == tuple("xfeyb")


def test_only_rows_that_differ_are_told_as_changed() -> None:
    model = a_model("abcde")
    spy = QSignalSpy(model.dataChanged)
    model.show([Node(letter, letter.upper() if letter in "bcE" else letter) for letter in "abcde"])
    told = [(spy.at(at)[0].row(), spy.at(at)[1].row()) for at in range(spy.count())]
    assert told == [(1, 2)]


def test_the_same_rows_again_tell_nothing() -> None:
    model = a_model("abc")
    spies = [QSignalSpy(signal) for signal in (model.dataChanged, model.layoutChanged, model.rowsInserted)]
    model.show(leaves("abc"))
    assert [spy.count() for spy in spies] == [0, 0, 0]


def test_a_cell_can_be_typed_into_only_where_its_column_takes_it() -> None:
    taken: list[tuple[str, str]] = []

    def commit(row: str, value: str) -> bool:
        taken.append((row, value))
        return value != "no"

    columns: list[Column[str]] = [
        Column("a", "A", str, commit=commit, editable=lambda row: row != "locked"),
        Column("b", "B", str),
    ]
    model = RowsModel(columns)
    model.show([Node("1", "open"), Node("2", "locked")])
    editable = Qt.ItemFlag.ItemIsEditable
    assert [bool(model.flags(model.index(row, column)) & editable) for row in (0, 1) for column in (0, 1)] == [
        True, False, False, False,
    ]  # fmt: skip
    assert model.setData(model.index(0, 0), "yes")
    assert not model.setData(model.index(0, 0), "no")
    assert not model.setData(model.index(0, 1), "yes")
    assert taken == [("open", "yes"), ("open", "no")]


def test_a_table_for_the_clipboard_has_no_tabs_nor_line_ends_inside_its_cells() -> None:
    columns: list[Column[str]] = [Column("a", "A", lambda row: f"{row}\t1\n2"), Column("b", "B", str)]
    model = RowsModel(columns)
    assert model.table_text(["x", "y"], (0, 1)) == "x 1 2\tx\ny 1 2\ty"
    assert model.table_text(["x"], (1,)) == "x"


@pytest.mark.parametrize("name", ["<b>bold</b>", '<img src="\\\\h\\x">', "&lt;", "a < b & c"])
def test_a_tool_tip_shows_names_letter_by_letter(name: str) -> None:
    model = RowsModel([Column[str]("a", "A", str, str)])
    model.show([Node("1", name)])
    document = QTextDocument()
    document.setHtml(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert document.toPlainText() == name
    assert plain_tip("") == ""


def a_choice(numbers: Iterable[int]) -> tuple[Node[str], ...]:
    return tuple(Node(f"row {number}", str(number)) for number in numbers)


@pytest.mark.parametrize("selected", [0, 3, 297, 399])
def test_rows_that_come_and_go_in_very_many_places_leave_the_others_selected(selected: int) -> None:
    model = RowsModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    view = QListView()
    view.setModel(model)
    model.show(a_choice(range(400)))
    view.setCurrentIndex(model.index_of(f"row {selected}"))
    spies = [QSignalSpy(signal) for signal in (model.rowsRemoved, model.rowsInserted, model.layoutChanged)]
    for numbers in (range(0, 400, 3), range(399, -1, -2), range(400)):
        kept = selected in numbers and view.currentIndex().data() == str(selected)
        model.show(a_choice(numbers))
        assert shown(model) == expected(a_choice(numbers))
        if kept:
            assert [index.data() for index in view.selectionModel().selectedIndexes()] == [str(selected)]
            assert view.currentIndex().data() == str(selected)
    assert max(spy.count() for spy in spies) <= 6
    assert tester.model() is model


class Fact:
    """What a row tells of."""


def test_the_rows_of_a_model_that_goes_wait_for_no_search() -> None:
    fact = Fact()
    gone = weakref.ref(fact)
    model: RowsModel[Fact] = RowsModel([Column("text", "Text", lambda _fact: "")])
    model.show([Node("above", fact, (Node("below", fact),))])
    del fact
    with collector_paused():
        assert gone() is not None
        del model
        assert gone() is None
