"""Takes every picture: a process for each scale, since Qt asks for it once."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.shots.screen import on_a_large_screen
from tests.shots.taking import LANGUAGES, LOOKS, take

SCALES: Final = (100, 150, 200)
_NAME_OF_SCALE: Final = "QT_SCALE_FACTOR"


def main() -> int:
    """Write the pictures that were asked for into the folder; 0 if all could be taken."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description="Write screenshots of the window.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD", help="pictures whose names hold such a word")
    parser.add_argument("--scale", type=int, nargs="+", default=SCALES, help="in percent; 200 shows the window alone")
    parser.add_argument("--look", nargs="+", choices=LOOKS, default=LOOKS)
    parser.add_argument("--language", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    chosen = parser.parse_args()
    if len(chosen.scale) > 1:
        return max(_again(scale) for scale in chosen.scale)
    scale = chosen.scale[0]
    if os.environ.get(_NAME_OF_SCALE) != str(scale / 100):
        return _again(scale)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    take(chosen.folder, scale, chosen.look, chosen.language, chosen.only)
    return 0


def _again(scale: int) -> int:
    words = [*sys.argv[1:], "--scale", str(scale)]
    place = os.environ | on_a_large_screen(scale=scale / 100)
    return subprocess.run([sys.executable, "-m", "tests.shots", *words], env=place, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
