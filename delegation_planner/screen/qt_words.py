"""Qt's own strings in our languages: Qt ships none for Indonesian and Azerbaijani."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from typing_extensions import override

from delegation_planner.words.words import Words, mark

QT_STRINGS: Final[dict[str, str]] = {
    "&Undo": mark("Undo"),
    "&Redo": mark("Redo"),
    "Cu&t": mark("Cut"),
    "&Copy": mark("Copy"),
    "Copy &Link Location": mark("Copy the address"),
    "&Paste": mark("Paste"),
    "Delete": mark("Delete"),
    "&Delete": mark("Delete"),
    "Select All": mark("Select all"),
    "OK": mark("Agreed"),
    "&OK": mark("Agreed"),
    "Cancel": mark("Cancel"),
    "&Cancel": mark("Cancel"),
    "Close": mark("Close"),
    "&Close": mark("Close"),
    "Save": mark("Save"),
    "&Save": mark("Save"),
    "Open": mark("Open"),
    "&Open": mark("Open"),
    "Yes": mark("Yes"),
    "&Yes": mark("Yes"),
    "No": mark("No"),
    "&No": mark("No"),
    "Apply": mark("Apply"),
    "Reset": mark("Reset"),
    "Help": mark("Help"),
    "Retry": mark("Try again"),
    "Look in:": mark("Look in:"),
    "File &name:": mark("File name:"),
    "Files of type:": mark("Kind of file:"),
    "Directory:": mark("Folder:"),
    "&Choose": mark("Choose"),
    "All Files (*)": mark("All files (*)"),
    "All files (*)": mark("All files (*)"),
    "Name": mark("Name"),
    "Size": mark("Size"),
    "Type": mark("Kind"),
    "Kind": mark("Kind"),
    "Date Modified": mark("Changed"),
    "Back": mark("Back"),
    "Forward": mark("Forward"),
    "Parent Directory": mark("Folder above"),
    "Create New Folder": mark("Make a new folder"),
    "&New Folder": mark("New folder"),
    "New Folder": mark("New folder"),
    "List View": mark("As a list"),
    "Detail View": mark("With details"),
    "&Rename": mark("Rename"),
    "Show &hidden files": mark("Show hidden files"),
    "Computer": mark("Computer"),
    "My Computer": mark("Computer"),
    "&Step up": mark("One more"),
    "Step &down": mark("One less"),
}
"""Qt's English and ours, which is the key of the catalogue."""


class QtWords(QTranslator):
    """Answers Qt's questions for a translation out of our catalogue."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        ours = QT_STRINGS.get(sourceText)
        if ours is None or self.words.language == "en":
            return None  # An empty text would count as a translation.
        return self.words.say(ours)


def translate_qt(words: Words) -> None:
    """Have Qt's own strings said in these words.

    There is one translator, the application's, for good. A search for garbage may come while Qt asks it, which locks
    the list of translators; one that was garbage would wait for that lock to be taken off the list, for ever.
    """
    application = QCoreApplication.instance()
    assert application is not None
    ours = application.findChild(QtWords) or QtWords(words, application)
    ours.words = words
    QCoreApplication.removeTranslator(ours)  # installed anew, widgets are told that the language is another
    QCoreApplication.installTranslator(ours)
