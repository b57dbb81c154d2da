"""Makes the file of the current schema version: `python -m tests.old_files.make`, once a version, before its release.

A file of a released version is never made again: it is what that version left on people's disks.
"""

from hashlib import sha256
from pathlib import Path

from delegation_planner.plan.change import Changes, put, removed, replaced
from delegation_planner.plan.edition import Edition, Receipt
from delegation_planner.plan.sent import Sent
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.planfile.schema import SCHEMA_VERSION
from tests.builders import a_file, an_id, an_invitation, an_item
from tests.planfile.plans import AIDE, AT, DINNER, GROUP, HEAD, NOTE, TALKS, a_full_plan, entry

FOLDER = Path(__file__).parent
CONTENT = b"An attached text.\n"


def make(path: Path) -> None:
    """A row of every kind, edits of every kind, something sent, an edition, an attachment; always the same."""
    file = PlanFile.create(path, a_full_plan(), plan_uuid=an_id("plan"), replace=True)
    lunch = an_item("03", title_id="Makan siang")
    moved = Changes([replaced(TALKS, TALKS._replace(start_day=2, end_day=2, travel_minutes=None))])
    attached = a_file(NOTE, "note.txt", media_type="text/plain", size=len(CONTENT), sha256=sha256(CONTENT).hexdigest())
    file.write(entry(moved, "moved"))
    file.write(entry([put(lunch), put(an_invitation(lunch, GROUP)), put(attached)], "put"), {attached.sha256: CONTENT})
    file.write(entry([replaced(HEAD, HEAD._replace(speaks=(), head=False, diet=None))], "person"))
    file.write(entry([removed(an_invitation(DINNER, AIDE, optional=True))], "removed"))
    file.write(entry(moved.inverse(), "moved", "undo"))
    file.record_sent([Sent("everyone", TALKS.uid, 0, "a" * 64, AT, edition=1, title="Görüş")])
    file.issue(Edition(1, AT, "[Protocol officer]", "First", comment="For the embassy.\nTentative."), a_full_plan())
    file.record_receipts([Receipt(1, HEAD.id, "given", "mail", AT), Receipt(1, "[Hotel]", "acknowledged", "paper", AT)])
    file.close()


if __name__ == "__main__":
    make(FOLDER / f"v{SCHEMA_VERSION}.visit")
