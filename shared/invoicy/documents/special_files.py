"""Pipes, sockets and devices: they have a path, but reading them may never end."""

import stat

# The shell has opened these for the program, so they are read to their end.
OPENED = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_KINDS = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


def special_kind(mode: int) -> str:
    """Return the word for a special file, empty for a regular file and a folder. mode: st_mode of os.stat."""
    return next((word for matches, word in _KINDS if matches(mode)), "")


def refusal(path: str, kind: str) -> str:
    """Return the sentence that refuses a special file."""
    return f"{path} is a {kind}, not a file. Invoicy does not read it."
