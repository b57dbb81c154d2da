"""Asks the system's own dialogs for files and folders."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from delegation_planner.words.words import Words

ENDING = ".visit"


def plan_to_open(parent: QWidget, words: Words, folder: Path) -> Path | None:
    """A plan that is there; None where the person turned away."""
    chosen, _ = QFileDialog.getOpenFileName(parent, words.say("Open a visit"), str(folder), _kinds(words))
    return Path(chosen) if chosen else None


def plan_to_write(parent: QWidget, words: Words, title: str, proposed: Path) -> Path | None:
    """Where a plan is to be written; the system has asked whether to replace what is there."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), _kinds(words))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(ENDING)


def file_to_write(parent: QWidget | None, title: str, proposed: Path) -> Path | None:
    """Where any file is to be written."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed))
    return Path(chosen) if chosen else None


def folder_to_fill(parent: QWidget, words: Words, folder: Path) -> Path | None:
    """A folder to write into."""
    chosen = QFileDialog.getExistingDirectory(parent, words.say("Choose the folder"), str(folder))
    return Path(chosen) if chosen else None


def _kinds(words: Words) -> str:
    visits = words.say("Visits")
    return f"{visits} (*{ENDING})"
