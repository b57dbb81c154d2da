"""The letters by which the keyboard takes the entries of a menu: no two of a menu have the same."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu


def keep_letters(menu: QMenu) -> None:
    """Give every entry its letter, now and whenever the menu opens: what entries say changes."""
    give_letters(menu)
    menu.aboutToShow.connect(lambda: give_letters(menu))


def give_letters(menu: QMenu) -> None:
    """Give every entry of a menu its letter."""
    entries = [action for action in menu.actions() if not action.isSeparator()]
    for action, text in zip(entries, with_letters([action.text() for action in entries]), strict=True):
        if action.text() != text:
            action.setText(text)


def with_letters(texts: Sequence[str]) -> list[str]:
    """The texts as Qt takes them, "&" before the letter of each; letters that they have already count for nothing.

    A letter is if possible the first of a word. There are no more letters than the alphabet has: the last entries of
    a very long menu may get none.
    """
    bare = [without_letter(text) for text in texts]
    choices = [_places(text.partition("\t")[0]) for text in bare]
    taken: dict[str, int] = {}
    for entry in range(len(bare)):
        _take(entry, choices, taken, set())
    letters = {entry: letter for letter, entry in taken.items()}
    places = [choice.get(letters.get(entry, "")) for entry, choice in enumerate(choices)]
    return [_marked(text, place) for text, place in zip(bare, places, strict=True)]


def without_letter(text: str) -> str:
    """What an entry says, for people: "&Save && close" is "Save & close"."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def escaped(text: str) -> str:
    """A text of the plan or of the disk as an entry: what it holds is no letter."""
    return text.replace("&", "&&")


def _take(entry: int, choices: Sequence[dict[str, int]], taken: dict[str, int], tried: set[str]) -> bool:
    """Take a letter for an entry, if need be by moving others on to other letters of theirs."""
    for letter in choices[entry]:
        if letter not in taken:
            taken[letter] = entry
            return True
    for letter in choices[entry]:
        if letter not in tried:
            tried.add(letter)
            if _take(taken[letter], choices, taken, tried):
                taken[letter] = entry
                return True
    return False


def _places(text: str) -> dict[str, int]:
    """The letters that a text could have and where they stand, the best first."""
    usable = [at for at, sign in enumerate(text) if sign.isalnum() and sign.isascii()]
    first = [at for at in usable if at == 0 or not text[at - 1].isalnum()]
    places: dict[str, int] = {}
    for at in [*first, *usable]:
        places.setdefault(text[at].casefold(), at)
    return places


def _marked(text: str, place: int | None) -> str:
    return escaped(text) if place is None else f"{escaped(text[:place])}&{escaped(text[place:])}"
