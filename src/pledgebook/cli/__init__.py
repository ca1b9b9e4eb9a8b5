"""The front door: arguments, environment, exit codes."""

import gc
import sys
from collections.abc import Sequence

OBJECTS_AT_START = 50_000  # imports make that many that live to the end; looking them over took a twentieth of the time


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; whatever pledgebook refuses becomes one line and exit code 2."""
    gc.set_threshold(OBJECTS_AT_START, 20, 20)
    from pledgebook.cli.app import app
    from pledgebook.model.errors import PledgebookError

    try:
        app(arguments, prog_name="pledgebook")
    except PledgebookError as error:
        sys.stderr.write(f"pledgebook: {error}\n")
        sys.exit(2)
