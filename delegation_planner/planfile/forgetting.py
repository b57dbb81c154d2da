"""Takes what log, editions and removed attachments still hold out of the file for good: for personal data."""

from delegation_planner.planfile import meta
from delegation_planner.planfile.connecting import Database
from delegation_planner.planfile.editions import forget_contents
from delegation_planner.planfile.log import compact, last_seq


def forget_history(db: Database) -> None:
    """Empty every log entry and edition, and remove what no document file names, inside the open transaction.

    Undo ends here. The entries themselves stay, without label and changes: the order of rows counts on their numbers.
    Editions stay known by number and date.
    """
    label = compact({"kind": "forgotten", "values": {}})
    db.execute("UPDATE change_log SET label = ?, changes = '[]'", (label,))
    db.execute("DELETE FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM document_file)")
    forget_contents(db)
    meta.set_fact(db, meta.UNDO_FLOOR, str(last_seq(db)))
