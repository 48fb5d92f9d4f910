"""Standard streams that are closed or cannot encode a character."""

import subprocess
import sys

_PREPARE = "from invoicy.cli.process import streams; streams.prepare(); "


def run(program: str, redirection: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = f'exec "{sys.executable}" -c "{_PREPARE}{program}" {redirection}'
    return subprocess.run(["sh", "-c", command], capture_output=True, env=environment, check=False)


def test_output_is_utf_8_in_every_locale() -> None:
    assert run("print('Gebäude €')", LC_ALL="C", PYTHONIOENCODING="ascii").stdout == "Gebäude €\n".encode()


def test_a_broken_file_name_is_escaped() -> None:
    assert run(r"print('a\udcfc.xml')").stdout == rb"a\udcfc.xml" + b"\n"


def test_a_closed_standard_error_does_not_get_the_next_opened_file() -> None:
    assert (
        run("import sys; print(open('/dev/zero').fileno() > 2, sys.stderr is not None)", "2>&-").stdout
        == b"True True\n"
    )


def test_output_that_cannot_be_written_is_not_an_error_at_exit() -> None:
    ended = run("print('a'); streams.abandon_broken()", ">/dev/full")
    assert (ended.returncode, ended.stderr) == (0, b"")
