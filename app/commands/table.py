"""All commands, and how the command line finds the one that is meant."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from app import __version__
from app.model.problem import UserError, one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from app.commands.command import Command

COMMANDS = ("list_content", "explain", "length", "render", "screenshot", "handout", "check")
"""The modules of the commands, in the order of the help. Without a command the window opens."""

ENDLESS = re.compile(r"(\S{200})\S{100,}")


def run(words: list[str]) -> int:
    """Do what the command line asks for and return the exit code.

    A UserError becomes one line on standard error and exit code 1; wrong usage ends with 2 inside argparse.
    """
    try:
        if not words:
            return _open_window(None)
        if _is_place(words[0]):
            return _open_place(words)
        parser, commands = _parser()
        args = parser.parse_args(words)
        if args.command is None:
            return _open_window(args)
        if words[0] != args.command:
            # argparse would forget them without a word.
            parser.error(f"options stand behind the command: plumbline {args.command} ...")
        return commands[args.command].run(args)
    except UserError as error:
        print(f"plumbline: {_bearable(str(error))}", file=sys.stderr)
        return 1


def _is_place(word: str) -> bool:
    """Whether a word is a link or the name of a session file."""
    return word.strip().lower().startswith("plumbline:") or word.endswith(".plumbline")


def _open_place(words: list[str]) -> int:
    if len(words) > 1:
        raise UserError("a link or a session file says all that is to be shown; give it alone, without options")
    return int(import_module("app.commands.window").run(None, words[0]))


def _bearable(message: str) -> str:
    """The message on one line, without the middle of words that nobody can have meant."""
    return ENDLESS.sub(r"\1...", one_line(message))


def _open_window(args: Namespace | None) -> int:
    # Imported late: commands that need no window must run where Qt cannot.
    return int(import_module("app.commands.window").run(args))


def _parser() -> tuple[ArgumentParser, dict[str, Command]]:
    # Imported here: the window without options opens sooner for not reading any of this.
    from argparse import ArgumentParser

    from app.commands.options import add_state_options

    parser = ArgumentParser(
        prog="plumbline",
        description="See which muscles a posture or a pain involves. Without a command, the window opens.",
        epilog="plumbline LINK or plumbline FILE.plumbline opens what a link or a session file holds; alone, the last state returns.",
    )
    parser.add_argument("--version", action="version", version=f"plumbline {__version__}")
    add_state_options(parser)
    words = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands = {}
    for name in COMMANDS:
        command: Command = import_module(f"app.commands.{name}").COMMAND
        command.add_arguments(words.add_parser(command.name, help=command.help, description=command.help))
        commands[command.name] = command
    return parser, commands
