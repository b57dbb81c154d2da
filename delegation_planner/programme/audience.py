"""For whom a programme is made."""

from typing import Final, Literal, NamedTuple, get_args

from delegation_planner.plan.kinds import Disclosure, Id, Language

AudienceKind = Literal["everybody", "delegation", "person", "team"]
Team = Literal["drivers", "kitchen", "press", "security", "interpreters"]
EVERYONE = "everyone"
TEAMS: Final[tuple[Team, ...]] = get_args(Team)


class Audience(NamedTuple):
    """Who reads, up to which level, in which language (and, side by side, in which second one).

    Everybody and a delegation are shown items up to `level`. A person is shown all own items up to `level`
    ("internal" by default: whoever is invited to an item, or named in it as in charge, as host, in a step or on a
    seat, may know of it), with remarks up to detailed and never internal ones.
    A team (drivers, kitchen, press, security, interpreters) is shown the items that it serves, up to `level`, with
    remarks up to detailed as a person; the press is shown public items alone.
    `participant_id`, `delegation_id` or `team` is set by kind.
    """

    kind: AudienceKind = "everybody"
    level: Disclosure = "public"
    language: Language = "en"
    second_language: Language | None = None
    participant_id: Id | None = None
    delegation_id: Id | None = None
    team: Team | None = None

    @property
    def reader(self) -> str:
        """The key of the reader in the register of what was sent.

        A person is one reader whatever is sent; the circles that read a public and a detailed programme, or one in
        another language, are different readers of everybody's or a delegation's calendar.
        """
        if self.participant_id:
            return self.participant_id
        return f"{self.team or self.delegation_id or EVERYONE}/{self.level}/{self.language}"


def everybody(level: Disclosure = "public", language: Language = "en") -> Audience:
    """The programme for all readers of a level."""
    return Audience("everybody", level, language)


def delegation(delegation_id: Id, level: Disclosure = "public", language: Language = "en") -> Audience:
    """The programme of a delegation: items that at least one of its members attends."""
    return Audience("delegation", level, language, delegation_id=delegation_id)


def person(participant_id: Id, level: Disclosure = "internal", language: Language = "en") -> Audience:
    """A personal programme: the items that the participant attends or is named in."""
    return Audience("person", level, language, participant_id=participant_id)


def team(name: Team, level: Disclosure = "internal", language: Language = "en") -> Audience:
    """What a team must know: the items that it serves."""
    return Audience("team", level, language, team=name)
