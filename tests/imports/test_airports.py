"""Airports by their letters, names and cities."""

import subprocess
import sys

import pytest

from delegation_planner.imports.airports import MOST_FOUND, airport, find_airports
from delegation_planner.plan.place import Airport

CGK = Airport("CGK", "Soekarno-Hatta International Airport", "Jakarta", "Asia/Jakarta")
GYD = Airport("GYD", "Heydar Aliyev International Airport", "Baku", "Asia/Baku")


@pytest.mark.parametrize(
    ("typed", "first"), [("CGK", CGK), ("cgk", CGK), ("Jakarta", CGK), ("hatta", CGK), ("gyd", GYD), ("BAKU", GYD)]
)
def test_the_likeliest_airport_comes_first(typed: str, first: Airport) -> None:
    assert find_airports(typed)[0] == first


def test_what_is_found_holds_what_was_typed_and_ends_somewhere() -> None:
    found = find_airports("international airport")
    assert len(found) == MOST_FOUND
    assert all("International Airport" in one.label for one in found)
    assert find_airports("no such airport") == find_airports("x") == find_airports(" ") == []


def test_an_airport_is_known_by_its_letters() -> None:
    assert airport("CGK") == airport("cgk") == CGK
    assert airport("QQQ") is None
    assert CGK.label == "Soekarno-Hatta International Airport (CGK), Jakarta"
    assert CGK._replace(city="").label == "Soekarno-Hatta International Airport (CGK)"


@pytest.mark.parametrize(("letters", "city"), [("BTH", "Batam"), ("IST", "Istanbul"), ("SUB", "Surabaya"), ("AVU", "")])
def test_a_city_is_named_without_island_or_suburb(letters: str, city: str) -> None:
    found = airport(letters)
    assert found is not None
    assert found.city == city


def test_the_list_is_read_only_when_it_is_asked_for() -> None:
    code = "import sys, delegation_planner.imports.airports; sys.exit('airportsdata' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
