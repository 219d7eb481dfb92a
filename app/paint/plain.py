"""What is drawn but has no card: what it is called in plain words, and what of it is mere decoration."""

from __future__ import annotations

import re

from app.diagram.drawing import owner

DECORATION = frozenset({"auricle", "eyelids", "free_upper_limb", "lips", "nose", "toes"})
"""What only makes the figure whole: the pointer goes through it."""
CORDS = ("_nerve", "_plexus")
"""How the ids end of what is so thin that a click is never meant for it."""
DISC = re.compile(r"^disc ([ctls]\d+) ([ctls]\d+)$")
LEVEL = re.compile(r"\b[ctls]\d+\b")
WORDS = (("achilles", "Achilles"), ("sacrum bone", "sacrum"), ("coccyx bone", "coccyx"), ("finger of foot", "toe"), ("finger of hand", "finger"),
         ("atlas c1", "atlas (c1)"), ("axis c2", "axis (c2)"))
LATIN = {
    "achilles_tendon": "Tendo calcaneus",
    "brachial_plexus": "Plexus brachialis",
    "common_fibular_nerve": "N. fibularis communis",
    "epicranial_aponeurosis": "Aponeurosis epicranialis",
    "femoral_nerve": "N. femoralis",
    "iliolumbar_ligament": "Lig. iliolumbale",
    "inguinal_ligament": "Lig. inguinale",
    "linea_alba": "Linea alba",
    "median_nerve": "N. medianus",
    "nuchal_ligament": "Lig. nuchae",
    "patellar_ligament": "Lig. patellae",
    "radial_nerve": "N. radialis",
    "sacral_plexus": "Plexus sacralis",
    "sacroiliac_joint": "Articulatio sacroiliaca",
    "sacrospinous_ligament": "Lig. sacrospinale",
    "sacrotuberous_ligament": "Lig. sacrotuberale",
    "sciatic_nerve": "N. ischiadicus",
    "thoracolumbar_fascia": "Fascia thoracolumbalis",
    "tibial_nerve": "N. tibialis",
    "ulnar_nerve": "N. ulnaris",
}
"""What is worth a name beside the body, with its name in Latin."""
BONES = {
    "body_of_sternum": "Corpus sterni",
    "calcaneus": "Calcaneus",
    "clavicle": "Clavicula",
    "femur": "Femur",
    "fibula": "Fibula",
    "hip_bone": "Os coxae",
    "humerus": "Humerus",
    "mandible": "Mandibula",
    "manubrium_of_sternum": "Manubrium sterni",
    "patella": "Patella",
    "radius": "Radius",
    "sacrum_bone": "Os sacrum",
    "scapula": "Scapula",
    "seventh_rib": "Costa VII",
    "skull": "Cranium",
    "talus": "Talus",
    "tibia": "Tibia",
    "twelfth_rib": "Costa XII",
    "ulna": "Ulna",
    "vertebra_c7": "Vertebra C VII",
    "vertebra_l1": "Vertebra L I",
    "vertebra_l5": "Vertebra L V",
    "vertebra_t12": "Vertebra T XII",
}
"""The bones that are named where all muscles are off."""


def plain_name(thing: str) -> str:
    """The English name that an id without a side holds: ``sciatic_nerve``, ``disc_l5_s1`` (disc L5/S1)."""
    name = thing.replace("_", " ")
    for long, short in WORDS:
        name = name.replace(long, short)
    return LEVEL.sub(_upper, DISC.sub(r"disc \1/\2", name))


def plain_title(shape_id: str) -> str:
    """The name of a shape with its side, as it stands beside the pointer."""
    thing, side = owner(shape_id)
    name = plain_name(thing)
    return name[:1].upper() + name[1:] + ("" if side == "midline" else f", {side}")


def _upper(level: re.Match[str]) -> str:
    return level[0].upper()
