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
    angle = float(np.linalg.norm(vector))
    if angle < 1e-12:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + math.sin(angle) * cross + (1.0 - math.cos(angle)) * cross @ cross)


def vector_of(rotation: Array) -> Array:
    """The vector by which `turn` makes a rotation of less than 180 degrees."""
    axis = np.array([rotation[2, 1] - rotation[1, 2], rotation[0, 2] - rotation[2, 0], rotation[1, 0] - rotation[0, 1]])
    sine = float(np.linalg.norm(axis)) / 2
    angle = math.atan2(sine, (float(np.trace(rotation)) - 1.0) / 2)
    return axis / (2 * sine) * angle if sine > 1e-12 else np.zeros(3)


def between(start: Array, end: Array) -> Array:
    """The smallest rotation from one direction to another that is not its opposite."""
    a, b = start / np.linalg.norm(start), end / np.linalg.norm(end)
    cross = np.cross(a, b)
    sine = float(np.linalg.norm(cross))
    return turn(cross / sine * math.atan2(sine, float(a @ b))) if sine > 1e-12 else np.eye(3)


def about(centre: Array, rotation: Array) -> Array:
    """The movement that turns about a point (mm)."""
    return np.hstack([rotation, (centre - rotation @ centre)[:, None]])


def moved(movement: Array, points: Array) -> Array:
    """Points (... x 3, mm) where a movement takes them."""
    return np.asarray(points @ movement[:, :3].T + movement[:, 3])


def after(second: Array, first: Array) -> Array:
    """One movement after another, as one."""
    return np.hstack([second[:, :3] @ first[:, :3], (second[:, :3] @ first[:, 3] + second[:, 3])[:, None]])


def shifted(movement: Array, by: Array) -> Array:
    """A movement and then a shift (mm)."""
    return movement + np.hstack([np.zeros((3, 3)), by[:, None]])
