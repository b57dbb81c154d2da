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

# Which of our rooms a room may import; each may import itself.
ROOMS: dict[str, set[str]] = {
    "plan": set(),
    "programme": {"plan"},
    "editions": {"plan", "programme"},
    "checks": {"plan", "programme", "editions"},
    "words": {"plan", "programme", "editions", "checks"},
    "session": {"plan"},
    # The store fits the protocol that the session owns, and speaks in its entries of the log.
    "planfile": {"plan", "session.store"},
    # Of the plan an export knows the closed lists, the one kind of error that a person can act on, and what went out.
    "exports": {"plan.kinds", "plan.errors", "plan.sent", "plan.edition", "programme", "editions", "checks", "words"},
    "imports": {"plan"},
    "screen": {
        "plan",
        "programme",
        "editions",
        "checks",
        "words",
        "session",
        "exports",
        "imports",
        "hand_out",
        "packs",
    },
    "hand_out": {"plan", "programme", "editions", "checks", "words", "exports"},
    "packs": {"plan", "programme", "editions", "checks", "words", "exports", "hand_out", "session.store"},
    # Fits the screen's protocol of plan files to the store, so that the screen knows no store.
    "files_on_disk": {"plan", "words", "session", "planfile", "exports", "screen.plan_files"},
    # The same for templates of days.
    "templates_on_disk": {"plan", "planfile", "exports.file_names", "screen.day_templates"},
    "resource_files": {"plan"},
    "logs": set(),
}
# What knows everything: the window's wiring, and the command line with its commands.
WIRING = {"app", "cli", "command_line"}
# Which libraries a room may import besides the standard library and typing_extensions.
LIBRARIES: dict[str, set[str]] = {
    "checks": {"holidays", "rapidfuzz"},
    "words": {"babel"},
    "exports": {"icalendar", "openpyxl"},
    "imports": {"openpyxl", "defusedxml", "vobject", "rapidfuzz", "icalendar", "airportsdata"},
    "screen": {"PySide6", "rapidfuzz"},
    "app": {"PySide6"},
}
# Parts of the standard library that have one home.
ONE_HOME = {"sqlite3": {"planfile"}, "gettext": {"words"}}
HEAVY = {
    "icalendar", "openpyxl", "babel", "rapidfuzz", "holidays", "phonenumbers", "vobject", "numpy", "defusedxml",
    "airportsdata",
}  # fmt: skip
# A value has no clock and no files; it makes no ids either.
PURE_ROOMS = ("plan", "programme", "editions", "checks")
IMPURE_MODULES = {"glob", "io", "os", "pathlib", "random", "secrets", "shutil", "subprocess", "tempfile", "time"}
IMPURE_CALLS = {"now", "today", "utcnow", "open", "input", "print", "uuid1", "uuid4"}

EMPTY_WORDS = {"common", "controller", "handler", "helper", "helpers", "manager", "misc", "service", "util", "utils"}


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


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_only_what_stands_below_it(room: str) -> None:
    allowed = ROOMS[room] | {room}
    broken = {
        (place(module.path, line), name)
        for module in modules().values()
        if module.room == room
        for name, line in module.imports
        if name in modules() and name != PACKAGE and not is_allowed(name.removeprefix(PACKAGE + "."), allowed)
    }
    assert broken == set()


def is_allowed(name: str, allowed: set[str]) -> bool:
    # `from delegation_planner.plan import kinds` names the room on the way to the module.
    return any(name == each or name.startswith(each + ".") or each.startswith(name + ".") for each in allowed)


def test_every_room_has_a_rule() -> None:
    assert {module.room for module in modules().values()} - set(ROOMS) - WIRING - {""} == set()


def test_resources_are_read_by_the_wiring_alone() -> None:
    readers = {module.room for module in modules().values() for name, _ in module.imports if "resource_files" in name}
    assert readers - WIRING == set()


def test_libraries_stay_in_their_rooms() -> None:
    everywhere = {*sys.stdlib_module_names, "typing_extensions", PACKAGE}
    broken = [
        (place(module.path, line), name)
        for module in modules().values()
        for name, line in module.imports
        if (root := name.partition(".")[0]) not in everywhere | LIBRARIES.get(module.room, set())
        or module.room not in ONE_HOME.get(root, {module.room})
    ]
    assert broken == []


def test_heavy_libraries_are_imported_late() -> None:
    broken = [
        (place(module.path, line), name)
        for module in modules().values()
        for node in module.tree.body
        for name, line in imported(node)
        if name.partition(".")[0] in HEAVY
    ]
    assert broken == []


def test_no_qt_below_the_screen_nor_behind_rows() -> None:
    free_of_qt = [
        module.name
        for module in modules().values()
        if module.room in set(ROOMS) - {"screen"} or (module.room == "screen" and module.path.name == "rows.py")
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
