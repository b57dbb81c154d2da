"""Makes the printed programme and opens it in the program that prints it."""

from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from delegation_planner.plan.errors import KnownError
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.surroundings import HandOut, Made, Order
from delegation_planner.screen.workers import Progress, Work


def print_programme(desk: Desk, hand_out: HandOut) -> Work:
    """Open the public programme in the window's language as a workbook; nothing counts as sent."""
    order = Order("papers", everyone=True, participant_ids=(), language=desk.words.language, level="public")
    plan, words, folder = desk.plan, desk.words, desk.open_folder / uuid4().hex

    def make(progress: Progress) -> Path:
        made: Made = hand_out.make(plan, order, {}, words)
        hand_out.deliver(made, folder, progress)
        for name, files in made.files.items():
            for file in files[:1]:
                return folder / name / file.name
        raise KnownError("There is nothing to print at this level.")

    work = Work(make)
    work.done.connect(lambda file: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))))
    work.failed.connect(desk.tell_error)
    desk.tell_done(desk.say("The programme is being made and opens in a moment; print it from there."))
    return work.start()
