"""The panels that lie over the window, and the strip above the panes."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QWidget

from delegation_planner.exports.safe_write import Progress, Staged
from delegation_planner.screen.dialogs.export_panel import ExportPanel
from delegation_planner.screen.editions.draft_watch import watch_of
from delegation_planner.screen.editions.editions_panel import EditionsPanel
from delegation_planner.screen.editions.pack_panel import PackPanel
from delegation_planner.screen.finder.panel import FinderPanel
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.surroundings import HandingOut, Made
from delegation_planner.screen.waiting import WaitingCard
from tests.shots.taking import wait_until


class HeldUp:
    """Hands out as another does, but stands still in the middle until it may `go_on`, however quick the computer."""

    def __init__(self, real: HandingOut) -> None:
        self.make = real.make
        self.go_on = Event()
        self._real = real

    def stage(self, made: Made, folder: Path, progress: Progress) -> Staged:
        """See screen.surroundings.HandingOut."""
        names = [file.name for files in made.files.values() for file in files]
        third = len(names) // 3
        progress(third, len(names), names[third])
        self.go_on.wait()
        return self._real.stage(made, folder, progress)


def panels(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each panel in each of its states."""
    assert window.desk is not None
    window.desk.selection.clear()
    window.welcome()
    yield "welcome", window
    yield from finder(window)
    yield from export(window)
    yield from editions(window)
    window.desk.tell(window.words.say("The visit has no date yet: set a window or a first day."))
    window.desk.tell_done(window.words.say("The copy is {file}.", file="jakarta, copy.visit"))
    yield "told", window
    window.strip.clear()
    card = WaitingCard(window, window.words.say("Opening {file}…", file="Sample visit.visit"))
    card.open()
    yield "waiting", window
    card.hide()
    card.deleteLater()


def finder(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Find anything, before and after something was typed, and when nothing fits."""
    window.find_anything()
    panel = window.over.card
    assert isinstance(panel, FinderPanel)
    yield "finder", window
    for name, typed in {"finder-typed": "sign", "finder-nothing": "zzzz"}.items():
        panel.field.setText(typed)
        yield name, window
    panel.put_away()


def export(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Handing out: what is asked for, while it is written, and after."""
    assert window.desk is not None
    assert window.tool_bar is not None
    around, held = window.around, HeldUp(window.around.hand_out)
    panel = ExportPanel(window, window.desk, held, around.plans_folder, window.tool_bar.export)
    window.over.show(panel)
    panel.folder = Path(tempfile.mkdtemp())
    yield "export", window
    panel.record.setChecked(False)
    panel.start.click()
    wait_until(lambda: panel.bar.value() > 0)
    yield "exporting", window
    held.go_on.set()
    wait_until(lambda: panel.is_finished)
    yield "exported", window
    panel.put_away()


def editions(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What has changed, the pack, the editions and who holds them, and an edition in the place of the draft."""
    assert window.desk is not None
    watch = watch_of(window.desk)
    wait_until(lambda: watch.is_settled)
    window.editions.draft()
    yield "draft", window
    window.editions.pack()
    pack = window.over.card
    assert isinstance(pack, PackPanel)
    yield "pack", window
    pack.folder = Path(tempfile.mkdtemp())
    pack.start.click()
    wait_until(lambda: pack.bar.value() > 0)
    yield "packing", window
    wait_until(lambda: pack.is_finished)
    yield "packed", window
    window.editions.editions()
    panel = window.over.card
    assert isinstance(panel, EditionsPanel)
    yield "editions", window
    panel.tabs.setCurrentWidget(panel.register)
    yield "register", window
    panel.put_away()
    window.editions.look(1)
    yield "edition", window
    window.editions.back()
