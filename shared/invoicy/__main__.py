"""The start of the program `invoicy`, and of `python -m invoicy`."""

import sys

_STOPPED = 130  # what a shell reports for a program that Ctrl-C ended


def main() -> None:
    """Run the command line. Ctrl-C ends it with one sentence, even while its modules are still being imported."""
    try:
        from invoicy.cli import main as run

        run()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("invoicy: Stopped.\n")
        sys.exit(_STOPPED)


if __name__ == "__main__":
    main()
