"""Run the command line as `python -m pledgebook`."""

from pledgebook.cli import main

if __name__ == "__main__":
    main()
