"""The state options that most commands share, and how their texts become a state."""

from __future__ import annotations

import math
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import get_args

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.posture import JOINTS, JointName, joint_of
from app.model.practice import Quality
from app.model.problem import UserError
from app.model.reference import BadReferenceError, Ref, parse_ref
from app.reason.muscles import with_default_side
from app.resources import folders
from app.state.choose import choose_cause, choose_muscle, choose_pain, choose_pattern
from app.state.posture import FARTHEST, set_extent, set_joint
from app.state.record import MOST
from app.state.sheet import peel, show_views
from app.state.state import DEPTHS, Answer, Felt, LabelChoice, NameChoice, State, Voice
from app.state.steps import show_step, steps_of

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")
QUALITIES: tuple[Quality, ...] = get_args(Quality)


def add_state_options(parser: ArgumentParser) -> None:
    """Add --pattern, --joint, --extent, --pain, --muscle, --cause, --step, --finding, --voice, --view and --layer to a command."""
    add_posture_options(parser)
    parser.add_argument("--pain", action="append", default=[], metavar="REF[=INTENSITY][,QUALITY][,SHARE]",
                        help=f"an area of pain, ID or ID:SIDE, with its intensity 0 to 10, how it feels ({', '.join(QUALITIES)}), and how much of it hurts, such as 40%%")
    parser.add_argument("--muscle", metavar="REF", help="a muscle, ID or ID:SIDE")
    parser.add_argument("--cause", metavar="REF", help="a cause whose parts are shown, ID or ID:SIDE")
    parser.add_argument("--step", type=int, metavar="N", help="tell only this step of the cause's mechanism, from 1 on")
    parser.add_argument("--voice", choices=get_args(Voice), default="plain", help="explain to a patient or to a clinician")
    parser.add_argument("--finding", action="append", default=[], metavar="ID=RESULT[:SIDE]",
                        help="what a test showed or a person reports: positive or negative")
    parser.add_argument("--view", action="append", choices=VIEWS, default=[], help="show only this view (may be repeated)")
    parser.add_argument("--layer", choices=DEPTHS, default="superficial", help="show the body down to this layer")


def add_posture_options(parser: ArgumentParser) -> None:
    """Add --pattern, --joint and --extent to a command."""
    parser.add_argument("--pattern", action="append", default=[], metavar="REF", help="a postural pattern, ID or ID:SIDE")
    parser.add_argument("--joint", action="append", default=[], metavar="NAME=VALUE",
                        help="set a joint by hand, whatever patterns say of it: degrees or mm from the measured body, such as pelvic_tilt=15")
    parser.add_argument("--extent", type=float, metavar="P",
                        help=f"how far patterns and steps go, per cent of what they say: 0 to {FARTHEST}, 100 without it")


def add_label_options(parser: ArgumentParser) -> None:
    """Add --labels, --names and --no-plumb-line to a command that makes a picture."""
    parser.add_argument("--labels", choices=get_args(LabelChoice), help="names beside the body: none, of what is chosen, "
                        "or of all that the layer lays bare")
    parser.add_argument("--names", choices=get_args(NameChoice), default="english", help="the language of these names")
    parser.add_argument("--no-plumb-line", dest="plumb", action="store_false", help="leave out the plumb line of the side views")


def labelled(state: State, args: Namespace, usual: LabelChoice) -> State:
    """The state with the labels that the options ask for, or the `usual` ones."""
    return replace(state, labels=args.labels or usual, names=args.names, plumb=args.plumb)


def state_from(args: Namespace, atlas: Atlas) -> State:
    """The state that the options ask for.

    Raises UserError naming what is wrong, with near matches for a mistyped id.
    """
    # Of one side a test is either positive or negative: said twice, the last counts.
    answers = {(one.id, one.side): one for one in (_answer(text, atlas) for text in args.finding)}
    state = postured(State(answers=tuple(answers.values()), voice=args.voice), args, atlas)
    for text in args.pain:
        state = _pain(state, text, atlas)
    if args.cause is not None:
        state = choose_cause(state, _sided(args.cause, "cause", atlas.causes))
    if args.muscle is not None:
        state = choose_muscle(state, _sided(args.muscle, "muscle", atlas.muscles))
    if args.step is not None:
        state = _step(state, args.step, atlas)
    state = peel(state, args.layer)
    return show_views(state, _views(args.view)) if args.view else state


def postured(state: State, args: Namespace, atlas: Atlas, drawn: bool = True) -> State:
    """The state with the patterns, the joints and the extent that the options ask for.

    Joints go as far as the drawings follow; where nothing is `drawn`, as far as lengths are told. Raises UserError naming what is wrong, with near matches for a mistyped id.
    """
    for text in args.pattern:
        state = choose_pattern(state, _pattern(text, atlas))
    for text in args.joint:
        state = set_joint(state, *_joint(text, atlas, drawn))
    if args.extent is None:
        return state
    if not 0 <= args.extent <= FARTHEST:
        raise UserError(f"a posture cannot go {args.extent:g} per cent of the way; write a number from 0 to {FARTHEST}")
    return set_extent(state, args.extent)


def _joint(text: str, atlas: Atlas, drawn: bool) -> tuple[JointName, float]:
    """A joint and its value, written ``NAME=VALUE``, within the range of its card."""
    wanted, equals, size = text.partition("=")
    name = _joint_name(wanted.strip())
    try:
        value = float(size)
    except ValueError:
        value = math.nan
    card = atlas.joints.get(joint_of(name))
    unit = "mm" if card and card.unit == "mm" else "degrees"
    reach = card.reach if card else (-MOST, MOST)
    low, high = (card.low, card.high) if card and drawn else reach
    if not equals or math.isnan(value):
        raise UserError(f"'{text}' says no value; write {name}=VALUE with {low:g} to {high:g} {unit}, such as {name}={high / 2:g}")
    if not low <= value <= high:
        farther = "; the drawings follow no farther, 'plumbline length' does" if reach[0] <= value <= reach[1] else ""
        raise UserError(f"{name} cannot stand at {value:g}; write {low:g} to {high:g} {unit}{farther}")
    return name, value


def _joint_name(text: str) -> JointName:
    """The joint of that name.

    Raises UserError with near matches when there is none; where only its side is missing, these are the two sides.
    """
    found = next((name for name in JOINTS if name == text), None)
    if found:
        return found
    sides = [name for name in JOINTS if joint_of(name) == text]
    near = sides or get_close_matches(text.lower(), JOINTS, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"'plumbline list joints' shows them all; there are such as {JOINTS[0]}"
    raise UserError(f"no joint has the name '{text}'; {hint}")


def _step(state: State, number: int, atlas: Atlas) -> State:
    """The state with a step of the mechanism that the chosen cause has.

    Raises UserError where there is none.
    """
    count = len(steps_of(atlas, state))
    if not count:
        why = "a muscle is explained instead of the cause; leave out --muscle" if state.cause and state.muscle else (
            f"the cause {state.cause.id} has none; leave out --step" if state.cause else "name the cause too, such as --cause iliopsoas_chain")
        raise UserError(f"there are no steps to tell: {why}")
    if not 1 <= number <= count:
        raise UserError(f"there is no step {number}; the mechanism has steps 1 to {count}")
    return show_step(atlas, state, number)


def size_option(text: str) -> tuple[int, int]:
    """Read ``WIDTHxHEIGHT`` in px; for argparse's `type`."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal() and 0 < int(width) <= 20000 and 0 < int(height) <= 20000):
        raise ArgumentTypeError(f"'{text}' is not a size; write WIDTHxHEIGHT in pixels, such as 1280x800")
    return int(width), int(height)


def known(text: str, kind: str, among: Mapping[str, object]) -> str:
    """`text` when it is an id of that kind.

    Raises UserError with near matches when it is not.
    """
    if text in among:
        return text
    near = get_close_matches(text.lower(), among, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"'plumbline list {kind}s' shows them all"
    raise UserError(f"no {kind} has the id '{text}'; {hint}")


def _views(asked: list[ViewName]) -> tuple[ViewName, ...]:
    """The views that were asked for, each once.

    Raises UserError for one that no diagram shows.
    """
    drawn = [view for view in VIEWS if (folders().diagrams / f"{view}.svg").exists()]
    for view in asked:
        if drawn and view not in drawn:
            raise UserError(f"there is no diagram of the {view} view; choose {' or '.join(drawn)}")
    return tuple(dict.fromkeys(asked))


def _ref(text: str) -> Ref:
    try:
        return parse_ref(text)
    except BadReferenceError as error:
        raise UserError(str(error)) from error


def _pattern(text: str, atlas: Atlas) -> Ref:
    ref = _ref(text)
    pattern = atlas.patterns[known(ref.id, "pattern", atlas.patterns)]
    if ref.side and not pattern.paired:
        raise UserError(f"the pattern {ref.id} has no side; write just {ref.id}")
    if ref.side in ("both", "midline"):
        raise UserError(f"the pattern {ref.id} stands on one side; write {ref.id}:right or {ref.id}:left")
    return with_default_side(atlas, ref)


def _sided(text: str, kind: str, among: Mapping[str, object]) -> Ref:
    ref = _ref(text)
    paired = getattr(among[known(ref.id, kind, among)], "side", "midline") == "paired"
    if paired and ref.side == "midline":
        raise UserError(f"the {kind} {ref.id} is not in the midline; write {ref.id}:right or {ref.id}:left")
    if not paired and ref.side in ("right", "left", "both"):
        raise UserError(f"the {kind} {ref.id} is in the midline; write just {ref.id}")
    return ref if paired else Ref(ref.id)


def _pain(state: State, text: str, atlas: Atlas) -> State:
    """The state with an area of pain, written ``REF[=INTENSITY][,QUALITY][,SHARE%]``."""
    rest, *words = text.split(",")
    ref, equals, intensity = rest.partition("=")
    area = _sided(ref, "area", atlas.areas)
    state = choose_pain(state, area)
    if not (words or equals):
        return state
    quality, share = _quality_and_share(words, text)
    felt = Felt(area, _intensity(intensity, text) if equals else None, quality, share)
    # Said twice, the last counts.
    return replace(state, felt=(*(one for one in state.felt if one.area != area), felt))


def _quality_and_share(words: list[str], text: str) -> tuple[Quality | None, float]:
    """How a pain feels and on how much of its area (0..1), of what was said beside the intensity."""
    qualities = [word for word in words if not word.endswith("%")]
    shares = [word for word in words if word.endswith("%")]
    if len(qualities) > 1 or len(shares) > 1:
        raise UserError(f"'{text}' says one thing twice; write low_back:right=6,ache,40%")
    return _quality(qualities[0], text) if qualities else None, _share(shares[0], text) if shares else 1.0


def _share(text: str, whole: str) -> float:
    try:
        size = float(text.removesuffix("%"))
    except ValueError:
        size = 0.0
    if not 0.0 < size <= 100.0:
        raise UserError(f"'{text}' is no share of an area in '{whole}'; write more than 0% and up to 100%, such as low_back:right=6,ache,40%")
    return size / 100.0


def _intensity(text: str, whole: str) -> float:
    try:
        size = float(text)
    except ValueError:
        size = -1.0
    if not 0.0 <= size <= 10.0:
        raise UserError(f"'{text}' is no intensity in '{whole}'; write a number from 0 to 10, such as low_back:right=6")
    return size


def _quality(text: str, whole: str) -> Quality:
    for quality in QUALITIES:
        if text == quality:
            return quality
    raise UserError(f"'{text}' is not how a pain feels in '{whole}'; it is one of {', '.join(QUALITIES)}")


def _answer(text: str, atlas: Atlas) -> Answer:
    name, equals, rest = text.partition("=")
    result, colon, side = rest.partition(":")
    known(name, "finding", {**atlas.tests, **atlas.findings})
    if not equals or result not in ("positive", "negative"):
        raise UserError(f"'{text}' is no finding; write {name}=positive or {name}=negative, with :right or :left if need be")
    ref = _ref(f"{name}{colon}{side}")
    return Answer(name, "positive" if result == "positive" else "negative", ref.side)
