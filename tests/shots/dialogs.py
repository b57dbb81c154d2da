"""Every dialog, as it opens."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog

from delegation_planner.plan.change import Changes
from delegation_planner.plan.edits.items import edit_item, move_item, remove_item
from delegation_planner.plan.edits.visit import edit_visit
from delegation_planner.plan.edits.visit_rules import override_rule
from delegation_planner.plan.new_visit import TEMPLATES
from delegation_planner.plan.participant import Participant
from delegation_planner.plan.programme_item import ProgrammeItem
from delegation_planner.resource_files import guide_folder, read_template
from delegation_planner.screen import workers
from delegation_planner.screen.asking import TextQuestion
from delegation_planner.screen.desk import Desk
from delegation_planner.screen.dialogs.about import AboutDialog, ShortcutsDialog
from delegation_planner.screen.dialogs.copy_visit import CopyVisitDialog
from delegation_planner.screen.dialogs.crash import CrashDialog
from delegation_planner.screen.dialogs.guide import GuideWindow
from delegation_planner.screen.dialogs.name_version import NameVersionDialog
from delegation_planner.screen.dialogs.new_visit import NewVisitDialog
from delegation_planner.screen.dialogs.restore import RestoreDialog
from delegation_planner.screen.dialogs.take_over import TakeOverDialog
from delegation_planner.screen.editions.issue_dialog import IssueDialog
from delegation_planner.screen.main_window import MainWindow
from delegation_planner.screen.menus import shortcut_groups
from delegation_planner.screen.plan_files import EarlierVersion, OtherCopy
from delegation_planner.screen.preview.dialog import PreviewDialog
from delegation_planner.screen.preview.ways_out import workbooks
from delegation_planner.screen.removing import row_name
from delegation_planner.screen.taking_over import Brought, brought
from delegation_planner.screen.visit_settings.dialog import PAGES, VisitSettings
from delegation_planner.session.store import Label
from tests.shots.questions import questions
from tests.shots.taking import MADE_AT, wait_until


def what_a_copy_brings(desk: Desk, theirs: bool) -> Brought:  # noqa: FBT001 - as the dialog asks for it
    """Another copy of the sample in which a luncheon is later, and the signing is named otherwise than here."""
    items = {row.code: row for row in desk.plan.rows(ProgrammeItem)}
    base = desk.plan.changed(edit_item(desk.plan, items["14"].id, {"title_en": "Signing", "title_id": "TTD"}))
    there = base.changed(edit_item(base, items["14"].id, {"title_en": "Signature", "title_id": "Tanda tangan"}))
    there = there.changed(move_item(there, items["16"].id, 2, "12:40"))
    there = there.changed(remove_item(there, items["20"].id))
    return brought(desk.plan, OtherCopy(base, there, {}), desk.rulebook, desk.words, prefer_theirs=theirs)


def dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Every dialog of the window, not shown yet; the questions come last."""
    words, desk = window.words, window.desk
    assert desk is not None
    versions = [
        EarlierVersion("a", MADE_AT, "Sent to the Embassy"),
        EarlierVersion("b", MADE_AT - timedelta(hours=1)),
        EarlierVersion("c", MADE_AT - timedelta(days=1)),
    ]
    yield from new_visits(window)
    yield "restore", RestoreDialog(window, words, versions, lambda _: Changes(), desk.plan.visit)
    yield "take-over", TakeOverDialog(window, desk, "Visit-DESK2.visit", partial(what_a_copy_brings, desk))
    yield "name-version", NameVersionDialog(window, words)
    issue = IssueDialog(window, desk, window.waiting)
    looking = words.say("Looking who is touched…")
    wait_until(lambda: issue.main.isEnabled() and issue.touched.text() != looking)
    yield "issue", issue
    first, second = (row_name(words, row) for row in desk.plan.rows(Participant)[:2])
    asked = words.say("Why does {first} go before {second}?", first=first, second=second)
    hint, verb = words.say("The reason is kept with the order."), words.say("Move")
    yield "reason", TextQuestion(window, words, asked, hint, verb)
    yield "crash", CrashDialog(window, words, "Delegation Planner\n\nTraceback (most recent call last): …")
    yield "shortcuts", ShortcutsDialog(window, words, shortcut_groups(window.menuBar()))
    yield "about", AboutDialog(window, words, window.around.theme, window.around.version)
    page = guide_folder() / (f"{words.language}/index.md" if words.language != "en" else "index.md")
    yield "guide", GuideWindow(window, words, page)
    yield "preview", a_preview(window)
    preview = a_preview(window)
    preview.saving.save(Path(tempfile.mkdtemp()), lambda progress: workbooks(preview.shown, "", progress))
    yield "preview-saving", preview
    wait_until(lambda: not workers.under_way())
    yield "copy-visit", CopyVisitDialog(window, words, desk.plan, desk.new_id)
    yield from settings(window)
    yield from questions(window)


def a_preview(window: MainWindow) -> PreviewDialog:
    """The preview, its pages made."""
    assert window.desk is not None
    preview = PreviewDialog(window, window.desk, window.around.catalogues.words, window.around.plans_folder)
    wait_until(lambda: not preview.is_making)
    return preview


def settings(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Every page of the visit's settings, with a rule of its own and holidays that nobody has decided about."""
    desk = window.desk
    assert desk is not None
    plan = desk.plan
    desk.edit(Label("edit_visit"), edit_visit(plan, {"window_end": "2017-08-31"}))
    ruled = override_rule(desk.plan, desk.rulebook, "set_up_gap", "30", "[Fixed tables]", desk.new_id)
    desk.edit(Label("override_rule"), ruled)
    for page in PAGES:
        yield f"settings-{page}", VisitSettings(desk, window, page)
    while desk.plan != plan:
        desk.undo()


def new_visits(window: MainWindow) -> Iterator[tuple[str, NewVisitDialog]]:
    """The assistant with each template, on fixed dates, and when something is missing."""
    for name in (*TEMPLATES, "fixed", "refused"):
        dialog = NewVisitDialog(window, window.words, MADE_AT.date(), window.around.new_id, "ID", read_template)
        if name in TEMPLATES:
            dialog.template.setCurrentIndex(dialog.template.findData(name))
        elif name == "fixed":
            dialog.on_dates.setChecked(True)
        else:
            dialog.show()
            dialog.carry_out()
        yield f"new-visit-{name}", dialog
