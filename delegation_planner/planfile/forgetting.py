"""Takes what the log and removed attachments still hold out of the file for good: for personal data."""

from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.log import compact, last_seq


def forget_history(db: Database) -> None:
    """Empty every log entry and remove what no document file names, inside the open transaction. Undo ends here.

    The entries themselves stay, without label and changes: the order of rows counts on their numbers.
    """
    label = compact({"kind": "forgotten", "values": {}})
    db.execute("UPDATE change_log SET label = ?, changes = '[]'", (label,))
    db.execute("DELETE FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM document_file)")
    meta.set_fact(db, meta.UNDO_FLOOR, str(last_seq(db)))
