"""A reader of RFC 5545 by the letter of its sections 3.1 to 3.3, written for these tests alone."""

from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Property(NamedTuple):
    """A property as it stands in a component."""

    name: str
    parameters: dict[str, str]
    value: str


class Component(NamedTuple):
    """A component with its properties and the components inside it."""

    name: str
    properties: list[Property]
    components: list["Component"]

    def all(self, name: str) -> list["Component"]:
        """The components of that name directly inside."""
        return [component for component in self.components if component.name == name]

    def one(self, name: str) -> Property:
        """The only property of that name."""
        (found,) = [each for each in self.properties if each.name == name]
        return found

    def names(self) -> list[str]:
        return [each.name for each in self.properties]

    def text(self, name: str) -> str:
        """The value of a TEXT property with its escapes resolved."""
        characters = iter(self.one(name).value)
        resolved = ""
        for character in characters:
            if character == "\\":
                following = next(characters)
                assert following in "\\;,nN", f"unknown escape \\{following}"
                resolved += "\n" if following in "nN" else following
            else:
                assert character not in ";,", "an unescaped separator"
                resolved += character
        return resolved

    def moment(self, name: str) -> datetime | date:
        """A DATE, or a DATE-TIME read by zoneinfo and given in UTC."""
        found = self.one(name)
        digits = found.value.rstrip("Z")
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        if found.parameters.get("VALUE") == "DATE":
            return day
        zone = UTC if found.value.endswith("Z") else ZoneInfo(found.parameters["TZID"])
        hour, minute, second = (int(digits[place : place + 2]) for place in (9, 11, 13))
        return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone).astimezone(UTC)


def read_calendar(data: bytes) -> Component:
    """The one VCALENDAR of a file; asserts on everything that is not by the letter."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and line.strip() for line in physical)
    text = [line.decode("utf-8") for line in physical]
    assert not any(ord(character) < 32 and character != "\t" for line in text for character in line)
    unfolded: list[str] = []
    for line in text:
        if line[0] in " \t":
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    top = Component("", [], [])
    open_components = [top]
    for line in unfolded:
        found = _property(line)
        if found.name == "BEGIN":
            component = Component(found.value, [], [])
            open_components[-1].components.append(component)
            open_components.append(component)
        elif found.name == "END":
            assert open_components.pop().name == found.value
        else:
            open_components[-1].properties.append(found)
    (calendar,) = top.components
    assert open_components == [top]
    return calendar


def events_of(data: bytes) -> list[Component]:
    return read_calendar(data).all("VEVENT")


def _property(line: str) -> Property:
    head, _, value = line.partition(":")
    name, *parameters = head.split(";")
    assert name.replace("-", "").isalnum()
    assert name.isupper()
    return Property(name, dict(parameter.split("=") for parameter in parameters), value)
