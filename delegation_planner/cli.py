"""The command line: the same work as in the window, for scripts and for machines without a display."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from delegation_planner import __version__
from delegation_planner.command_line import values
from delegation_planner.command_line.changing import changes
from delegation_planner.command_line.checking import check
from delegation_planner.command_line.copying import copy, copy_options
from delegation_planner.command_line.exporting import export
from delegation_planner.command_line.facts import info
from delegation_planner.command_line.holding import holders_of
from delegation_planner.command_line.issuing import issue
from delegation_planner.command_line.making import demo
from delegation_planner.command_line.nearest import nearest
from delegation_planner.command_line.opening import plans_beside, way_out
from delegation_planner.command_line.packing import pack
from delegation_planner.command_line.salvaging import salvage
from delegation_planner.command_line.shifting import shift, shift_options
from delegation_planner.command_line.speaking import Terminal, terminal
from delegation_planner.exports.order import FORMS
from delegation_planner.exports.papers.paper_set import PAPER_NAMES
from delegation_planner.plan.edition import COLOURS, MEANS
from delegation_planner.plan.errors import KnownError
from delegation_planner.plan.kinds import LANGUAGES, LEVELS

COMMANDS: Final[dict[str, Callable[[argparse.Namespace, Terminal], int]]] = {
    "demo": demo,
    "copy": copy,
    "export": export,
    "check": check,
    "shift": shift,
    "info": info,
    "issue": issue,
    "pack": pack,
    "changes": changes,
    "holders": holders_of,
    "salvage": salvage,
}
KNOWN_ERROR: Final = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window on a plan.

    Returns 0 done, 1 a known error (one sentence on stderr), 2 wrong usage, 3 open errors under --strict,
    4 a batch of which a part failed.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    speaker = terminal()
    if not given or (given[0] not in (*COMMANDS, "open") and not _asks_for_help(given)):
        return _window(given, speaker)
    options = _parser().parse_args(given)
    if options.command == "open":
        return _window([*options.plans, *(["--smoke"] if options.smoke else [])], speaker)
    read = None if options.command in ("demo", "salvage") else options.plan
    return _known(lambda: COMMANDS[options.command](options, speaker), speaker, read)


def _known(work: Callable[[], int], speaker: Terminal, plan: Path | None = None) -> int:
    """Do the work; a known error is told in a line, with a way out where `plan`, which it reads, is its cause."""
    try:
        return work()
    except KnownError as error:
        advice = way_out(speaker.words, error, plan) if plan else ""
        speaker.complain(f"{speaker.words.error(error)} {advice}".rstrip())
        return KNOWN_ERROR
    except BrokenPipeError:  # whoever read the output has seen enough ("| head")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _window(given: list[str], speaker: Terminal) -> int:
    """The window, for a plan or for the one that was open last; Qt is imported only now."""
    wrong = [word for word in given if word.startswith("-") and word != "--smoke"]
    plans = [word for word in given if not word.startswith("-")]
    if wrong or len(plans) > 1:
        if plans and not Path(plans[0]).exists():
            near = " or ".join(nearest(plans[0], COMMANDS))
            _parser().error(f"{plans[0]} is not a command.{f' Perhaps you mean {near}.' if near else ''}")
        _parser().error(f"unrecognized arguments: {' '.join(wrong or plans[1:])}")

    def work() -> int:
        if plans and not Path(plans[0]).exists():
            near = ", ".join(nearest(plans[0], [*COMMANDS, "open", *plans_beside(Path(plans[0]))]))
            if near:
                raise KnownError(
                    "“{word}” is neither a command nor a visit file. Perhaps you mean: {names}. "
                    "--help lists the commands.",
                    word=plans[0], names=near,
                )  # fmt: skip
            raise KnownError(
                "“{word}” is neither a command nor a visit file. --help lists the commands.", word=plans[0]
            )
        if not _has_display(os.environ):
            raise KnownError("There is no display to open the window on. --help lists what goes without one.")
        from delegation_planner.app import main as open_window

        return open_window(given)

    return _known(work, speaker)


def _has_display(environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown. Qt ends the whole process where it cannot, so that is found out before."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _asks_for_help(given: list[str]) -> bool:
    return given[0] in ("-h", "--help", "--version")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="delegation-planner",
        description="Plans an official visit: one plan file, calendars and printed itineraries out of it.",
        epilog="Without a command: opens the window, on PLAN if one is named (--smoke opens and closes it).",
    )
    parser.add_argument("--version", action="version", version=f"Delegation Planner {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _open_options(commands.add_parser("open", help="open a plan in the window"))
    _demo_options(commands.add_parser("demo", help="write the sample visit as a new plan"))
    copy_options(commands.add_parser("copy", help="write a visit once more, as a new plan for the next one"))
    _export_options(commands.add_parser("export", help="write calendars and printed itineraries"))
    _check_options(commands.add_parser("check", help="list what a careful officer would notice"))
    shift_options(commands.add_parser("shift", help="move the visit, an item, or what follows an item"))
    _info_options(commands.add_parser("info", help="say what a plan file holds"))
    _issue_options(commands.add_parser("issue", help="freeze the plan as the next edition"))
    _pack_options(commands.add_parser("pack", help="write calendars, updates and mail drafts of an edition"))
    _changes_options(commands.add_parser("changes", help="say what differs between two editions"))
    _holders_options(commands.add_parser("holders", help="say or record who holds which edition"))
    _salvage_options(commands.add_parser("salvage", help="save what can be read of a damaged plan into a new one"))
    return parser


def _open_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plans", nargs="?", default=[], type=lambda word: [word], metavar="PLAN")
    parser.add_argument("--smoke", action="store_true", help="open the window, turn once, close")


def _demo_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN", help="the file to make; it must not be there yet")
    parser.add_argument("--tentative", action="store_true", help="the visit still in its window of dates")


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="where the files go")
    parser.add_argument("--what", choices=("calendars", "papers", "all"), default="all")
    parser.add_argument(
        "--paper", dest="papers", action="append", default=[], metavar="NAME",
        type=values.one_of((*PAPER_NAMES, "all")),
        help=f"a paper instead of the usual ones; may be repeated: {', '.join(PAPER_NAMES)}, or all that the level "
        "allows. personal and pocket are made for whom --for names, or for each participant",
    )  # fmt: skip
    parser.add_argument(
        "--for", dest="readers", action="append", default=[], metavar="NAME",
        help="a participant's name or code, or everyone; may be repeated. Calendars of these alone, and their "
        "personal programmes beside the papers. Without it: calendars of everyone and of each participant",
    )  # fmt: skip
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of the readers")
    parser.add_argument(
        "--level", choices=LEVELS,
        help="widest level shown (default: public, and for a person all that the person attends)",
    )  # fmt: skip
    parser.add_argument(
        "--form", choices=FORMS, default="excel", help="of papers: workbooks, PDFs of the same pages, or both"
    )
    parser.add_argument("--pdf", dest="form", action="store_const", const="pdf", help="the same as --form pdf")
    parser.add_argument("--record", action="store_true", help="remember in the plan what went out, for later updates")


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("--on", type=values.a_date, metavar="YYYY-MM-DD", help="judge as on this day")
    parser.add_argument("--strict", action="store_true", help="exit 3 where an error is open")
    parser.add_argument("--json", action="store_true", help="for other programs")


def _info_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("--json", action="store_true", help="for other programs")


def _issue_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("--label", default="", help="a short name, such as “after the note of 14 July”")
    parser.add_argument("--colour", choices=COLOURS, help="of the band on paper (default: the next one in turn)")
    parser.add_argument(
        "--comment",
        default="",
        help="all readers see it: it stands in the list of editions and in every mail of this edition",
    )
    parser.add_argument("--by", default="", metavar="NAME", help="who issues it")
    parser.add_argument("--anyway", action="store_true", help="issue it though nothing has changed since the last one")


def _pack_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="where the files go")
    parser.add_argument("--edition", type=values.edition, metavar="N", help="the edition (default: the newest)")
    parser.add_argument(
        "--since",
        type=values.edition,
        metavar="M",
        help="news since M (default: the edition that each reader holds)",
    )
    parser.add_argument("--trial", action="store_true", help="only look: the pack is not recorded as sent")


def _changes_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument(
        "--from", dest="since", type=values.edition, required=True, metavar="M", help="the older edition"
    )
    parser.add_argument("--to", type=values.edition, metavar="N", help="the newer one (default: the plan as it is now)")
    parser.add_argument("--for", dest="reader", metavar="NAME", help="for this participant alone: a name or a code")
    parser.add_argument("--json", action="store_true", help="for other programs")


def _holders_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN")
    parser.add_argument("--edition", type=values.edition, metavar="N", help="of which --given and --acknowledged speak")
    parser.add_argument(
        "--given", action="append", default=[], metavar="NAME",
        help="record that somebody was given it: a participant's name or code, or [somebody else] in brackets",
    )  # fmt: skip
    parser.add_argument(
        "--acknowledged", action="append", default=[], metavar="NAME", help="record that somebody says it came"
    )
    parser.add_argument(
        "--means", choices=MEANS, help="how it was given (default: as recorded before for this edition, else mail)"
    )
    parser.add_argument("--note", default="", help="kept with what is recorded")


def _salvage_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, metavar="PLAN", help="the damaged file; it stays as it is")
    parser.add_argument("new", type=Path, metavar="NEW", help="the file to make; it must not be there yet")


if __name__ == "__main__":
    sys.exit(main())
