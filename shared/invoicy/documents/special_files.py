"""Pipes, sockets and devices: they have a path, and reading one may never end."""

import stat

OPENED = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what the shell has opened for us is read to its end
_KINDS = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


def special_kind(mode: int) -> str:
    """A word for what is neither file nor folder; empty for these two. mode: st_mode of os.stat."""
    return next((word for is_one, word in _KINDS if is_one(mode)), "")


def refusal(path: str, kind: str) -> str:
    """The sentence that refuses what a caller named."""
    return f"{path} is a {kind}, not a file. Invoicy does not read it."
