"""The screen on which pictures are taken: Qt's own one without a display is 800 x 800 and makes dialogs smaller."""

import os
from pathlib import Path

_SCREEN = Path(__file__).with_name("screen.json")


def on_a_large_screen(*, scale: float) -> dict[str, str]:
    """What the environment must say before there is an application; a display that was asked for is left alone."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        return {"QT_SCALE_FACTOR": str(scale)}
    # Qt parts what follows the name at each colon: a drive's letter must not stand there.
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={os.path.relpath(_SCREEN)}", "QT_SCALE_FACTOR": str(scale)}
