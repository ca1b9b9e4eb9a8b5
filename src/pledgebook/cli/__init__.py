"""The front door: arguments, environment, exit codes."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; whatever pledgebook refuses becomes one line and exit code 2."""
    from pledgebook.cli.app import app
    from pledgebook.model.errors import PledgebookError

    try:
        app(arguments, prog_name="pledgebook")
    except PledgebookError as error:
        sys.stderr.write(f"pledgebook: {error}\n")
        sys.exit(2)
