"""Imports what panels and dialogs need while nobody waits for one: the first of each opens as quickly as the next."""

import sys
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

UNTIL_IDLE_MS: Final = 1500
"""So long after a plan was judged whoever opened it has seen it; no start waits for what is imported here."""
BETWEEN_MS: Final = 40
LATER: Final = (
    "delegation_planner.screen.finder.find_anything",
    "delegation_planner.exports.papers.team_sheets",
    "delegation_planner.exports.papers.signing",
    "delegation_planner.exports.papers.paper_set",
    "delegation_planner.screen.dialogs.export_panel",
    "delegation_planner.screen.schedule.rundown",
    "delegation_planner.screen.schedule.attendance.view",
    "delegation_planner.screen.shift.dialog",
    "delegation_planner.screen.visit_settings.dialog",
    "delegation_planner.screen.preview.painter",
    "delegation_planner.screen.preview.papers",
    "delegation_planner.screen.preview.dialog",
    "delegation_planner.screen.editions.draft_panel",
    "delegation_planner.screen.editions.issue_dialog",
    "delegation_planner.packs.pack",
    "delegation_planner.screen.editions.pack_panel",
    "delegation_planner.screen.editions.editions_panel",
    "delegation_planner.hand_out",
)
"""Each takes a turn of its own, of less than a twentieth of a second."""


class ImportsAhead(QTimer):
    """To be started once a plan is there to work in; what is imported already takes no turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(UNTIL_IDLE_MS)
        self.timeout.connect(self.import_next)

    def import_next(self) -> None:
        """Import the first that is missing, and the next one a little later."""
        missing = next((name for name in LATER if name not in sys.modules), None)
        if missing is not None:
            import_module(missing)
            self.start(BETWEEN_MS)
