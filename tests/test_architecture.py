"""The rules of the house: who may import whom, what stays out of which room, sizes and names."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "delegation_planner"

EVERYTHING = "everything"
# Draw, or start what draws.
QT_ROOMS = {"screen", "app", "cli", "command_line"}
# A value has no clock and no files; it makes no ids either.
PURE_ROOMS = ("plan", "programme", "editions", "checks")
IMPURE_MODULES = {"glob", "io", "os", "pathlib", "random", "secrets", "shutil", "subprocess", "tempfile", "time"}
IMPURE_CALLS = {"now", "today", "utcnow", "open", "input", "print", "uuid1", "uuid4"}

EMPTY_WORDS = {"common", "controller", "handler", "helper", "helpers", "manager", "misc", "service", "util", "utils"}


class Room(NamedTuple):
    """A row of the table of rooms: what a room may import of ours and which libraries; a dotted name is one module."""

    ours: frozenset[str]
    libraries: frozenset[str]


class Module(NamedTuple):
    """A source file of ours: its dotted name, its room (or its own name at the top), its tree.

    `imports` holds every dotted name that it imports, at the top or later, with the line.
    """

    name: str
    room: str
    path: Path
    tree: ast.Module
    imports: tuple[tuple[str, int], ...]


def imported(node: ast.AST) -> Iterator[tuple[str, int]]:
    if isinstance(node, ast.Import):
        yield from ((alias.name, node.lineno) for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module, node.lineno
        if node.module.startswith(PACKAGE):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def modules() -> dict[str, Module]:
    modules_by_name = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        name, room = ".".join(parts), "".join(parts[1:2])
        imports = tuple(each for node in ast.walk(tree(path)) for each in imported(node))
        modules_by_name[name] = Module(name, room, path, tree(path), imports)
    return modules_by_name


@cache
def rooms() -> dict[str, Room]:
    """The table "The rooms" of docs/architecture.md: one row a room, remarks in brackets."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)(?:/|\.py)` \|[^|]*\|([^|]*)\|([^|]*)\|$", text, re.MULTILINE)
    return {name: Room(listed(ours), listed(libraries)) for name, ours, libraries in rows}


def listed(cell: str) -> frozenset[str]:
    return frozenset(re.sub(r"\(.*?\)", "", cell).replace(",", " ").split()) - {"-"}


@cache
def all_libraries() -> frozenset[str]:
    return frozenset().union(*(room.libraries for room in rooms().values()))


@cache
def our_sources() -> tuple[Path, ...]:
    """Every file that a person wrote: nothing that a tool made or keeps."""
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in ROOT.iterdir():
        if folder.is_dir() and (folder.name == ".ci" or not folder.name.startswith((".", "sample_output"))):
            found += [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return tuple(sorted(found))


def python_sources() -> list[Path]:
    return [path for path in our_sources() if path.suffix == ".py"]


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def test_every_room_has_a_row() -> None:
    assert set(rooms()) == {module.room for module in modules().values()} - {""}


@pytest.mark.parametrize("room", rooms())
def test_room_imports_what_its_row_allows_and_no_less(room: str) -> None:
    allowed = rooms()[room].ours
    used = {
        (name.removeprefix(PACKAGE + "."), place(module.path, line))
        for module in modules().values()
        if module.room == room
        for name, line in module.imports
        if name in modules() and name != PACKAGE
    }
    broken = {(name, where) for name, where in used if not any(names(each, name) for each in {*allowed, room})}
    unused = {each for each in allowed if not any(names(each, name) for name, _ in used)}
    assert (broken if EVERYTHING not in allowed else set(), unused - {EVERYTHING}) == (set(), set())


def names(allowed: str, name: str) -> bool:
    # `from delegation_planner.plan import kinds` names the room on the way to the module.
    return f"{name}.".startswith(f"{allowed}.") or allowed.startswith(f"{name}.")


@pytest.mark.parametrize("room", rooms())
def test_room_uses_the_libraries_of_its_row_and_no_less(room: str) -> None:
    elsewhere = {"typing_extensions", PACKAGE} | sys.stdlib_module_names - all_libraries()
    used = {
        name.partition(".")[0] for module in modules().values() if module.room == room for name, _ in module.imports
    }
    assert used - elsewhere == rooms()[room].libraries


def test_libraries_are_imported_late() -> None:
    heavy = all_libraries() - sys.stdlib_module_names - {"PySide6"}
    broken = [
        (place(module.path, line), name)
        for module in modules().values()
        for node in module.tree.body
        for name, line in imported(node)
        if name.partition(".")[0] in heavy
    ]
    assert broken == []


def test_no_qt_below_the_screen_nor_behind_rows() -> None:
    free_of_qt = [
        module.name
        for module in modules().values()
        if module.room not in QT_ROOMS or (module.room == "screen" and module.path.name == "rows.py")
    ]
    broken = {name for name in free_of_qt for reached in reachable(name) if brings_qt(reached)}
    assert broken == set()


def reachable(name: str) -> set[str]:
    """Every module of ours that importing this one runs, packages on the way included."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        parts = waiting.pop().split(".")
        for chain in (".".join(parts[:length]) for length in range(1, len(parts) + 1)):
            if chain in modules() and chain not in seen:
                seen.add(chain)
                waiting += [target for target, _ in modules()[chain].imports if target in modules()]
    return seen


def brings_qt(name: str) -> bool:
    return any(target.startswith("PySide6") for target, _ in modules()[name].imports)


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_values_know_no_clock_and_no_files(room: str) -> None:
    broken = [
        (place(module.path, node.lineno), ast.unparse(node))
        for module in modules().values()
        if module.room == room
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call) and is_impure(node)
    ]
    assert broken == []


def is_impure(node: ast.Import | ast.ImportFrom | ast.Call) -> bool:
    if isinstance(node, ast.Call):
        return called(node) in IMPURE_CALLS
    return any(name.partition(".")[0] in IMPURE_MODULES for name, _ in imported(node))


def called(node: ast.Call) -> str:
    """The last name of what is called: `say` for `words.say(...)`."""
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def test_files_stay_short() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in python_sources()}
    assert [place(path, lines) for path, lines in lengths.items() if lines > 400] == []


def test_functions_stay_short() -> None:
    long = [
        (place(path, node.lineno), node.name)
        for path in python_sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert long == []


def test_names_say_something() -> None:
    files = [place(path, 1) for path in python_sources() if EMPTY_WORDS & set(path.stem.split("_"))]
    folders = [folder for folder in {path.parent for path in python_sources()} if folder.name in EMPTY_WORDS]
    inside = [
        (place(module.path, node.lineno), node.name)
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and says_nothing(node)
    ]
    assert (files, folders, inside) == ([], [], [])


def says_nothing(node: ast.ClassDef | ast.FunctionDef) -> bool:
    if isinstance(node, ast.FunctionDef):
        return node.name.startswith(("process_", "do_"))
    last_word = re.search("[A-Z][a-z]*$", node.name)
    return last_word is not None and last_word[0].lower() in EMPTY_WORDS


def test_every_module_says_what_it_is_for() -> None:
    silent = [place(path, 1) for path in python_sources() if path.stat().st_size and not ast.get_docstring(tree(path))]
    assert silent == []


def test_no_path_of_somebodys_machine() -> None:
    somebodys = re.compile(rb"""(?:^|[\s"'`(=])(?:/(?:home|root|work|Users)/|[A-Z]:\\\\?Users\\\\?)""")
    assert [place(path, 1) for path in our_sources() if somebodys.search(path.read_bytes())] == []
