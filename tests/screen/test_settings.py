"""Settings come back as they were kept, and a spoiled file is put aside."""

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from delegation_planner.screen.recent_files import KEPT, RecentFiles, missing
from delegation_planner.screen.settings import Settings


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    settings.keep("text", "Bahasa, “quoted”; [x]")
    settings.keep("one", ["single"])
    settings.keep("none", [])
    settings.keep("numbers", [3, -4])
    settings.keep("bytes", QByteArray(b"\x00\xff=;"))
    settings.keep_flag("yes", value=True)
    settings.write()
    again = Settings(tmp_path / "a.ini")
    assert again.text("text") == "Bahasa, “quoted”; [x]"
    assert again.texts("one") == ["single"]
    assert again.texts("none") == []
    assert again.numbers("numbers") == [3, -4]
    assert again.state("bytes") == QByteArray(b"\x00\xff=;")
    assert again.flag("yes", default=False)


def test_defaults_hold_where_nothing_or_nonsense_is_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    settings.keep("numbers", ["1", "x"])
    assert settings.numbers("numbers") == []
    assert settings.text("missing", "default") == "default"
    assert settings.flag("missing", default=True)
    assert settings.state("numbers") == QByteArray()


def test_a_spoiled_file_is_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    file.write_bytes(b"[window\ngeometry\n\x00\xff=")
    settings = Settings(file)
    assert settings.text("window/geometry") == ""
    settings.keep("look", "dark")
    settings.write()
    assert Settings(file).text("look") == "dark"
    assert file.with_name("a.ini.unreadable").read_bytes() == b"[window\ngeometry\n\x00\xff="


def test_a_group_is_forgotten_whole(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "a.ini")
    settings.keep("layout/left", "1")
    settings.keep("layout/right", "2")
    settings.forget("layout")
    assert (settings.text("layout/left"), settings.text("layout/right")) == ("", "")


def test_columns_come_back(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = QTableWidget(1, 3), QTableWidget(1, 3)
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    settings = Settings(tmp_path / "a.ini")
    assert not settings.restore_columns("rundown", first.horizontalHeader())
    first.setColumnWidth(1, 77)
    settings.keep_columns("rundown", first.horizontalHeader())
    assert settings.restore_columns("rundown", second.horizontalHeader())
    assert second.columnWidth(1) == 77


def test_recent_files_are_newest_first_and_few(tmp_path: Path) -> None:
    recent = RecentFiles(Settings(tmp_path / "a.ini"))
    paths = [tmp_path / f"{number}.visit" for number in range(KEPT + 2)]
    for path in paths:
        recent.add(path)
    recent.add(paths[5])
    assert recent.paths() == [paths[5], *(path for path in reversed(paths[2:]) if path != paths[5])]
    recent.forget(paths[5])
    assert paths[5] not in recent.paths()
    recent.clear()
    assert recent.paths() == []


def test_missing_files_are_told_until_nobody_listens(tmp_path: Path) -> None:
    there = tmp_path / "there.visit"
    there.touch()
    gone = tmp_path / "gone.visit"
    assert missing([there, gone], lambda _done, _whole: True) == {gone}
    assert missing([gone], lambda _done, _whole: False) == set()
