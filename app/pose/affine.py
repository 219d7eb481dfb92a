"""Rotations and rigid movements as small matrices. A movement is 3 x 4: a rotation (or a slight shear) and a shift in mm."""

from __future__ import annotations

import math

import numpy as np

from app.pose.skeleton import Array

IDENTITY: Array = np.hstack([np.eye(3), np.zeros((3, 1))])


def turn_x(degrees: float) -> Array:
    """A rotation about the axis to the left: what points up turns forward."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def turn_y(degrees: float) -> Array:
    """A rotation about the axis up: what points forward turns to the left."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def turn_z(degrees: float) -> Array:
    """A rotation about the axis forward: what points up turns to the right."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def turn(vector: Array) -> Array:
    """A rotation about the direction of a vector by its length in radians (Rodrigues)."""
    x, y, z = vector.tolist()
    angle = math.sqrt(x * x + y * y + z * z)
    return _turned(x / angle, y / angle, z / angle, math.sin(angle), math.cos(angle)) if angle > 1e-12 else np.eye(3)


def _turned(x: float, y: float, z: float, sine: float, cosine: float) -> Array:
    """The rotation about an axis of length one by an angle of this sine and cosine."""
    v = 1.0 - cosine
    return np.array([[x * x * v + cosine, x * y * v - z * sine, x * z * v + y * sine],
                     [x * y * v + z * sine, y * y * v + cosine, y * z * v - x * sine],
                     [x * z * v - y * sine, y * z * v + x * sine, z * z * v + cosine]])


def vector_of(rotation: Array) -> Array:
    """The vector by which `turn` makes a rotation of less than 180 degrees."""
    axis = np.array([rotation[2, 1] - rotation[1, 2], rotation[0, 2] - rotation[2, 0], rotation[1, 0] - rotation[0, 1]])
    sine = float(np.linalg.norm(axis)) / 2
    angle = math.atan2(sine, (float(np.trace(rotation)) - 1.0) / 2)
    return axis / (2 * sine) * angle if sine > 1e-12 else np.zeros(3)


def between(start: Array, end: Array) -> Array:
    """The smallest rotation from one direction to another that is not its opposite."""
    (a, b, c), (d, e, f) = start.tolist(), end.tolist()
    x, y, z = b * f - c * e, c * d - a * f, a * e - b * d
    sine, cosine = math.sqrt(x * x + y * y + z * z), a * d + b * e + c * f
    size = math.hypot(sine, cosine)
    return _turned(x / sine, y / sine, z / sine, sine / size, cosine / size) if sine > 1e-12 * size else np.eye(3)


def about(centre: Array, rotation: Array) -> Array:
    """The movement that turns about a point (mm)."""
    return _joined(rotation, centre - rotation @ centre)


def _joined(rotation: Array, shift: Array) -> Array:
    made = np.empty((3, 4))
    made[:, :3] = rotation
    made[:, 3] = shift
    return made


def moved(movement: Array, points: Array) -> Array:
    """Points (... x 3, mm) where a movement takes them."""
    return np.asarray(points @ movement[:, :3].T + movement[:, 3])


def after(second: Array, first: Array) -> Array:
    """One movement after another, as one."""
    made = second[:, :3] @ first
    made[:, 3] += second[:, 3]
    return np.asarray(made)


def shifted(movement: Array, by: Array) -> Array:
    """A movement and then a shift (mm)."""
    made = movement.copy()
    made[:, 3] += by
    return made
