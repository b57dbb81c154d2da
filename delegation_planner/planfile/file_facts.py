"""What can be said of a plan file without the visit in it: for `info`, and for reports of faults."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from delegation_planner.plan.kinds import Id, UtcStamp
from delegation_planner.plan.tables import TABLES
from delegation_planner.planfile.header import read_header
from delegation_planner.planfile.plan_file import PlanFile
from delegation_planner.planfile.snapshots import Snapshot, snapshots


class FileFacts(NamedTuple):
    """Sizes are in bytes, `rows` counted by table; the last change is None while there is none."""

    size: int
    schema_version: int
    plan_uuid: Id
    rows: Mapping[str, int]
    log_entries: int
    last_change_at: UtcStamp | None
    last_change_by: str | None
    sent: int
    attachments: int
    attachments_size: int
    snapshots: tuple[Snapshot, ...]


def file_facts(path: Path, snapshot_folder: Path | None = None) -> FileFacts:
    """The facts of a plan file, opened to be read. Raises as PlanFile.open."""
    version = read_header(path).schema_version
    file = PlanFile.open(path, read_only=True)
    try:
        counts = file.counts()
        newest = file.log(newest=1)
        return FileFacts(
            size=path.stat().st_size,
            schema_version=version,
            plan_uuid=file.plan_uuid,
            rows={table: counts[table] for table in TABLES},
            log_entries=counts["change_log"],
            last_change_at=newest[0].at if newest else None,
            last_change_by=newest[0].author if newest else None,
            sent=counts["sent"],
            attachments=counts["attachment"],
            attachments_size=counts["attachment bytes"],
            snapshots=tuple(snapshots(snapshot_folder, file.plan_uuid)) if snapshot_folder else (),
        )
    finally:
        file.close()
