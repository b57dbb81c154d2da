"""Accepting a finding from any pane: asks for the reason, and takes the acceptance back."""

from delegation_planner.checks.finding import Finding
from delegation_planner.plan.day_time import stamp
from delegation_planner.plan.edits.waivers import unwaive, waive
from delegation_planner.screen.asking import ask_text
from delegation_planner.screen.desk import Desk
from delegation_planner.session.store import Label
from delegation_planner.words.findings import finding_sentence


def waive_asking(desk: Desk, finding: Finding) -> bool:
    """Ask why a finding can stand, and let it rest; False where nothing came of it."""
    question = finding_sentence(desk.words, finding)
    hint = desk.say("Why can this stand? The reason is kept with the plan.")
    reason = ask_text(desk, question, hint, desk.say("Waive"))
    if reason is None:
        return False
    plan, author, at = desk.plan, desk.session.author, stamp(desk.now())
    return desk.edit(
        Label("waive"),
        lambda: waive(plan, finding.check, finding.fingerprint, reason, desk.new_id, waived_by=author, waived_at=at),
    )


def take_back(desk: Desk, finding: Finding) -> bool:
    """Let a finding count again that was accepted."""
    return desk.edit(Label("unwaive"), unwaive(desk.plan, finding.check, finding.fingerprint))
