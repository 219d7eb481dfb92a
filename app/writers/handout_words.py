"""The words of a hand-out as the few tags that Qt's text document knows, from the template in the assets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from app.card.leaflet import Exercise, Handout, Part, all_told
from app.model.basic import UNVERIFIED
from app.resources import folders

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.environment import TemplateModule

LICENCE = "The body is drawn from Z-Anatomy (CC BY-SA 4.0), which derives from BodyParts3D, © DBCLS (CC BY 4.0)."


class Words:
    """The words of one hand-out, part by part. The therapist's note and the clinic's name are foreign text: the template escapes it."""

    def __init__(self, made: Handout) -> None:
        self.made = made
        environment = _environment().overlay()
        # A filter of its own, since a mark needs the numbers of this hand-out.
        environment.filters = {**environment.filters, "numbers": self._numbers}
        self._macros: TemplateModule = environment.get_template("parts.html").make_module({"licence": LICENCE})

    def clinic(self, name: str, day: str) -> str:
        """The line above the title."""
        return self._said("clinic", name, day)

    def title(self) -> str:
        """What the page is headed with."""
        return self._said("title", self.made.title)

    def heading(self, text: str) -> str:
        """The head of a part."""
        return self._said("heading", text)

    def introduction(self, part: Part) -> str:
        """A part's running text, without its head."""
        return "".join(self._said("told", one) for one in part.told)

    def part(self, part: Part) -> str:
        """A whole part that has no exercises."""
        return self._said("part", part)

    def exercise(self, one: Exercise) -> str:
        """One exercise: what it is for, how it is done, how much, and what to mind; its number stands beside it."""
        return self._said("exercise", one)

    def sources(self) -> str:
        """The list of sources, in small print; where it is left out, what the sources are called that the text names."""
        if self.made.numbers:
            return self._said("sources", self.made)
        cited = {source for part in self.made.parts for one in all_told(part) for source in one.sources}
        return self._said("rests_on", self.made, len(cited - {"project", UNVERIFIED}))

    def _numbers(self, sources: Iterable[str]) -> str:
        """The numbers of sources in their order, a run as its first and its last."""
        found = sorted({self.made.numbers[one] for one in sources if one in self.made.numbers})
        runs: list[list[int]] = []
        for number in found:
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return ", ".join(f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)

    def _said(self, macro: str, *given: object) -> str:
        return str(getattr(self._macros, macro)(*given))


@cache
def _environment() -> Environment:
    # Imported here: most runs of the program hand nothing out.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(loader=FileSystemLoader(folders().assets / "handout"), autoescape=True, undefined=StrictUndefined)
