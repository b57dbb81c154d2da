"""One window a person: a second start hands its plan to the window that is open, and ends."""

import hashlib
import json
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS: Final = 2_000
_TAKEN: Final = b"taken\n"
_LONGEST: Final = 100_000  # bytes of a message; a path is far shorter


class Listening(QObject):
    """Listens, for one profile folder, to later starts; `asked(path or None)` tells what they were to open.

    A file named `mark` in the folder says that a window is open: whoever finds none need not ask.
    """

    asked = Signal(object)

    def __init__(self, profile: Path, mark: str, parent: QObject) -> None:
        super().__init__(parent)
        self.file = profile / mark
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(_name(profile))  # left by a window that crashed; one that is open would have answered
        if self._server.listen(_name(profile)):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.touch()

    def end(self) -> None:
        """The window closes."""
        if self._server.isListening():
            self._server.close()
            self.file.unlink(missing_ok=True)

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        path = _path_in(bytes(socket.readLine(_LONGEST).data()))
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(path)


def hand_over(profile: Path, plan: Path | None) -> bool:
    """Whether a window of this profile is open and has taken the plan, or has come to the front for none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(profile))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(json.dumps(str(plan.absolute()) if plan is not None else None).encode() + b"\n")
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE_MS):
            return False
    return bytes(socket.readLine().data()) == _TAKEN


def _path_in(line: bytes) -> Path | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return Path(told) if isinstance(told, str) and told else None


def _name(profile: Path) -> str:
    return f"delegation-planner-{hashlib.sha256(str(profile.absolute()).encode()).hexdigest()[:20]}"
