"""The yardstick of a start: a Qt program with one empty window."""

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.turns import tell_turns


def main() -> None:
    """Show the window until its start has been told."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    tell_turns(window.close)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
