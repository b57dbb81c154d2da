"""What the window remembers between starts, in one ini file of the profile folder."""

import shutil
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView

SHOW_WELCOME: Final = "welcome/show"
EXPORT_FOLDER: Final = "folders/export"


class Settings:
    """Sizes, choices and last folders; never a word of a visit but the paths of recent plans.

    A file that cannot be understood is kept aside as `<name>.unreadable` and the defaults hold.
    """

    def __init__(self, file: Path) -> None:
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)
        if self._kept.status() == QSettings.Status.FormatError:
            shutil.copyfile(file, file.with_name(f"{file.name}.unreadable"))
            file.unlink()
            self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A text, or the default."""
        found = self._kept.value(key, default)
        return found if isinstance(found, str) else default

    def texts(self, key: str) -> list[str]:
        """A list of texts; empty where there is none."""
        found = self._kept.value(key, [])
        if isinstance(found, str):
            return [found] if found else []
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []

    def flag(self, key: str, *, default: bool) -> bool:
        """A yes or no, or the default."""
        return self.text(key, "true" if default else "false") == "true"

    def numbers(self, key: str) -> list[int]:
        """A list of whole numbers; empty where one of them is not a number."""
        found = self.texts(key)
        return [int(each) for each in found] if all(each.lstrip("-").isdigit() for each in found) else []

    def state(self, key: str) -> QByteArray:
        """What Qt's own saveState() or saveGeometry() gave; empty where there is none."""
        found = self._kept.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | list[str] | list[int] | QByteArray) -> None:
        """Remember a value; written to the disk at the latest when the program ends."""
        if isinstance(value, list):
            self._kept.setValue(key, [str(each) for each in value])
        else:
            self._kept.setValue(key, value)

    def keep_flag(self, key: str, *, value: bool) -> None:
        """Remember a yes or no."""
        self.keep(key, "true" if value else "false")

    def forget(self, key: str) -> None:
        """Forget a value, or with a group's name all values of the group."""
        self._kept.remove(key)

    def restore_columns(self, name: str, header: QHeaderView) -> bool:
        """Give a table's header its remembered widths and order; False where there are none."""
        return header.restoreState(self.state(f"columns/{name}"))

    def keep_columns(self, name: str, header: QHeaderView) -> None:
        """Remember a table's widths and order."""
        self.keep(f"columns/{name}", header.saveState())

    def write(self) -> None:
        """Write to the disk now."""
        self._kept.sync()
