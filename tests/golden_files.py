"""Golden files: what an export gave when somebody last looked at it; UPDATE_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def matches_golden(folder: str, files: dict[str, bytes]) -> None:
    """Asserts that the folder below tests/golden holds exactly these files.

    With UPDATE_GOLDEN=1 in the environment the folder is made to hold them; the diff is then the review.
    """
    kept = GOLDEN / folder
    if os.environ.get("UPDATE_GOLDEN") == "1":
        kept.mkdir(parents=True, exist_ok=True)
        for path in kept.iterdir():
            path.unlink()
        for name, content in files.items():
            (kept / name).write_bytes(content)
    found = {path.name: path.read_bytes() for path in kept.iterdir()}
    assert sorted(found) == sorted(files)
    for name, content in files.items():
        assert found[name].decode() == content.decode(), f"{name} differs; UPDATE_GOLDEN=1 writes it anew"
