"""The two voices: what a patient reads, and what clinicians say to each other."""

from __future__ import annotations

from typing import Protocol

from app.card.blocks import Text
from app.card.links import mark, words
from app.model.knowledge import Atlas
from app.state.state import Voice


class Spoken(Protocol):
    """Anything that says the same in two voices; without `plain`, `text` serves both."""

    @property
    def text(self) -> str:
        """What clinicians say."""

    @property
    def plain(self) -> str | None:
        """What a patient reads."""


class Sourced(Spoken, Protocol):
    """Something said, with the sources that were read for it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources."""


def said(thing: Spoken, voice: Voice) -> str:
    """What is said in a voice."""
    return thing.plain if voice == "plain" and thing.plain else thing.text


def cited(atlas: Atlas, thing: Sourced, voice: Voice) -> Text:
    """What is said in a voice, with its sources in quiet brackets behind it."""
    return (*words(said(thing, voice)), *mark(atlas, thing.sources))
