"""The command line, for the tests of what it serves."""

from tests.commands.conftest import waqai as waqai
