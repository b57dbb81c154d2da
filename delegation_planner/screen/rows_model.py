"""The one model behind every list, table and tree: it compares rows by id and so keeps selection and scroll."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar
from weakref import ref

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from delegation_planner.screen.nodes import Node

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The row itself, for delegates."""

_ANSWERED: Final = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        ROW_ROLE,
    )
)
_NOWHERE: Final = QModelIndex()
_MANY_RUNS: Final = 50
"""Rows that come, go or change in more places than this are told of at one go."""


def _nothing(_row: Any) -> str:
    return ""


class Column(NamedTuple, Generic[R]):
    """A column as data. `commit` takes what was typed and answers whether it was taken; without it, it is for reading.

    `value` is what an editor begins with (the text, if not given); `editable` says so row by row.
    """

    key: str
    title: str
    text: Callable[[R], str]
    tip: Callable[[R], str] = _nothing
    value: Callable[[R], object] | None = None
    commit: Callable[[R, Any], bool] | None = None
    editable: Callable[[R], bool] | None = None


class _Live(Generic[R]):
    """A node as it stands in the model now: where it is and who is above it."""

    __slots__ = ("__weakref__", "_parent", "at", "children", "node", "numbered", "serial")

    def __init__(self, serial: int, node: Node[R] | None, parent: "_Live[R] | None") -> None:
        self.serial = serial
        self.node = node
        self._parent = ref(parent) if parent is not None else None
        self.children: list[_Live[R]] = []
        self.at = 0
        self.numbered = True
        """Whether the children know their places; they are told when somebody asks."""

    @property
    def parent(self) -> "_Live[R] | None":
        """Who is above it, whose it is: held loosely, so that a model that goes takes its rows along at once."""
        return self._parent() if self._parent is not None else None


class RowsModel(QAbstractItemModel, Generic[R]):
    """Rows by id in one to three levels. `show` is the only way in: rows go, change places, come and change."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = tuple(columns)
        self._serial = 0
        self._root: _Live[R] = _Live(0, None, None)
        self._by_serial: dict[int, _Live[R]] = {}
        self._by_id: dict[str, _Live[R]] = {}

    def show(self, nodes: Iterable[Node[R]]) -> None:
        """Show these rows instead of those there are; what has the same id stays selected and where it is."""
        self._follow(self._root, tuple(nodes))

    def index_of(self, id: str | None, column: int = 0) -> QModelIndex:
        """Where a row is; an invalid index if it is not shown."""
        live = self._by_id.get(id) if id is not None else None
        return self._index(live, column) if live is not None else QModelIndex()

    def node_at(self, index: Index) -> Node[R] | None:
        """The node under an index."""
        live = self._by_serial.get(index.internalId()) if index.isValid() else None
        return live.node if live is not None else None

    def row_at(self, index: Index) -> R | None:
        """The row under an index."""
        node = self.node_at(index)
        return node.row if node is not None else None

    def column_of(self, key: str) -> int:
        """The number of a column."""
        return next(at for at, column in enumerate(self.columns) if column.key == key)

    def ids(self) -> tuple[str, ...]:
        """The ids of the rows of the first level, from the top."""
        return tuple(child.node.id for child in self._root.children if child.node is not None)

    def table_text(self, rows: Iterable[R], columns: Iterable[int]) -> str:
        """These columns of rows as a table for the clipboard: tabs between the cells, one line a row."""
        texts = [self.columns[at].text for at in columns]
        return "\n".join("\t".join(" ".join(text(row).split()) for text in texts) for row in rows)

    # How one level follows.

    def _follow(self, parent: _Live[R], nodes: tuple[Node[R], ...]) -> None:
        known = map(self._by_id.get, [node.id for node in nodes])
        staying = [live for live in known if live is not None and live.parent is parent]
        self._remove(parent, staying)
        if staying != parent.children:
            self._put_in_order(parent, staying)
        self._insert(parent, nodes)
        self._replace(parent, nodes)

    def _remove(self, parent: _Live[R], staying: list[_Live[R]]) -> None:
        """Take out all others; those in very many places are brought together at the end and go at one go."""
        if len(staying) == len(parent.children):
            return
        here = set(staying)
        places = [at for at, child in enumerate(parent.children) if child not in here]
        runs = list(_runs(places))
        if len(runs) > _MANY_RUNS:
            self._put_in_order(parent, [*staying, *(parent.children[at] for at in places)])
            runs = [(len(staying), len(parent.children) - 1)]
        for first, last in reversed(runs):
            going = parent.children[first : last + 1]
            for child in going:
                self._forget_id(child)  # before: who hears of the removal finds them no more
            self.beginRemoveRows(self._index(parent), first, last)
            del parent.children[first : last + 1]
            parent.numbered = False
            self.endRemoveRows()
            for child in going:
                self._forget_serial(child)

    def _put_in_order(self, parent: _Live[R], children: list[_Live[R]]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = [index for index in self.persistentIndexList() if self._by_serial[index.internalId()].parent is parent]
        lives = [self._by_serial[index.internalId()] for index in old]
        parent.children = list(children)
        parent.numbered = False
        new = [self._index(live, index.column()) for live, index in zip(lives, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(self, parent: _Live[R], nodes: tuple[Node[R], ...]) -> None:
        """Make those who are missing; those for very many places come at the end and are put in order at one go."""
        there = len(parent.children)
        if len(nodes) == there:
            return
        here = {_id(child) for child in parent.children}
        places = [at for at, node in enumerate(nodes) if node.id not in here]
        runs = list(_runs(places))
        if len(runs) > _MANY_RUNS:
            self._bring(parent, there, [nodes[at] for at in places])
            self._put_in_order(parent, [self._by_id[node.id] for node in nodes])
            return
        for first, last in runs:
            self._bring(parent, first, nodes[first : last + 1])

    def _bring(self, parent: _Live[R], first: int, nodes: Sequence[Node[R]]) -> None:
        self.beginInsertRows(self._index(parent), first, first + len(nodes) - 1)
        parent.children[first:first] = [self._live(node, parent) for node in nodes]
        parent.numbered = False
        self.endInsertRows()

    def _replace(self, parent: _Live[R], nodes: tuple[Node[R], ...]) -> None:
        changed = []
        for at, (child, node) in enumerate(zip(parent.children, nodes, strict=True)):
            if child.node is node:
                continue  # so are the rows below it
            if child.node != node:
                changed.append(at)
            child.node = node
            if child.children or node.children:
                self._follow(child, node.children)
        last_column = len(self.columns) - 1
        runs = list(_runs(changed))
        if len(runs) > _MANY_RUNS:
            runs = [(changed[0], changed[-1])]  # to repaint too much is cheaper than to tell so often
        for first, last in runs:
            self.dataChanged.emit(self._index(parent.children[first]), self._index(parent.children[last], last_column))

    def _live(self, node: Node[R], parent: _Live[R]) -> _Live[R]:
        self._serial += 1
        live = _Live(self._serial, node, parent)
        self._by_serial[live.serial] = self._by_id[node.id] = live
        if node.children:
            live.children = [self._live(child, live) for child in node.children]
            live.numbered = False
        return live

    def _forget_id(self, live: _Live[R]) -> None:
        for child in live.children:
            self._forget_id(child)
        if self._by_id.get(_id(live)) is live:
            del self._by_id[_id(live)]

    def _forget_serial(self, live: _Live[R]) -> None:
        for child in live.children:
            self._forget_serial(child)
        del self._by_serial[live.serial]

    def _index(self, live: _Live[R], column: int = 0) -> QModelIndex:
        if live.parent is None:
            return QModelIndex()
        if not live.parent.numbered:
            _number(live.parent)
        return self.createIndex(live.at, column, live.serial)

    def _at(self, index: Index) -> _Live[R]:
        return self._by_serial[index.internalId()] if index.isValid() else self._root

    # What Qt asks.

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if row < 0 or column < 0 or column >= len(self.columns) or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, self._at(parent).children[row].serial)  # needs no place of any other row

    @override
    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject.parent shares the name
        above = self._at(child).parent if child.isValid() else None
        return self._index(above) if above is not None else QModelIndex()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._at(parent).children)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node_at(index) if role in _ANSWERED else None
        if node is None:
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(node.row)
        if role == Qt.ItemDataRole.EditRole:
            return column.value(node.row) if column.value is not None else column.text(node.row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.tip(node.row))
        return node.row if role == ROW_ROLE else None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node = self.node_at(index)
        commit = self.columns[index.column()].commit if node is not None else None
        if node is None or commit is None or role != Qt.ItemDataRole.EditRole:
            return False
        return commit(node.row, value)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node_at(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if node.selectable:
            flags |= Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if node.drop:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        column = self.columns[index.column()]
        if column.commit is not None and (column.editable is None or column.editable(node.row)):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title if section < len(self.columns) else None
        return None


def plain_tip(text: str) -> str:
    """A text for a tool tip or the like that Qt shows letter by letter, whatever it looks like."""
    from html import escape

    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


def _id(live: _Live[R]) -> str:
    assert live.node is not None
    return live.node.id


def _number(parent: _Live[R]) -> None:
    for at, child in enumerate(parent.children):
        child.at = at
    parent.numbered = True


def _runs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    """First and last of each unbroken run in rising places."""
    first = 0
    for at, place in enumerate(places):
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield places[first], place
            first = at + 1
