"""Commands of README.md: each `$ ` line of its console blocks, and those that a test cannot run, with the reason."""

import re
import shutil

from msgspec import Struct

from tests.requirements import ROOT

NOT_RUN: tuple[tuple[str, str], ...] = (
    ("git clone ", "the address is published elsewhere; the test starts from a copy"),
    ("cd ", "the test is in the checkout already"),
    ("make test", "this is that run"),
    ("make check", "this is part of that run"),
    ("make bench", "measures on a corpus that is not in the repository"),
    ("make docker_", "builds images; tests/images do"),
    ("make image_", "builds images; tests/images do"),
    ("make aws_", "builds images; tests/images do"),
    ("make gcp_", "builds images; tests/images do"),
    ("docker ", "builds images; tests/images do"),
    ("sudo ", "changes the machine"),
    ("apt ", "changes the machine"),
    ("brew ", "changes the machine"),
    ("sam ", "needs an account"),
    ("terraform ", "needs an account"),
)
# A file or folder that README names, and the sample that a test puts there.
FILES: tuple[tuple[str, str], ...] = (
    ("invoice.pdf", "hybrid-facturx-en16931.pdf"),
    ("invoice.xml", "ubl-invoice.xml"),
    ("mail.eml", "mail.eml"),
    ("inbox/printed-german.pdf", "printed-german.pdf"),
    ("inbox/ubl-credit-note.xml", "ubl-credit-note.xml"),
    ("scans/printed-polish.pdf", "printed-polish.pdf"),
)
STAYS = ("invoicy serve", "invoicy watch")
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"\s+# .*$")


class Command(Struct, frozen=True):
    """text: what a reader types, without the prompt and the comment."""

    text: str

    @property
    def is_run(self) -> bool:
        return not self.text.startswith(tuple(start for start, _ in NOT_RUN))

    @property
    def stays(self) -> bool:
        """True for a service, which runs until it is stopped."""
        return self.text.startswith(STAYS)

    @property
    def codes(self) -> set[int]:
        """Exit codes that are right: among the samples are documents that have to be rejected."""
        return {0, 1} if "samples/documents" in self.text else {0}


def commands(text: str) -> list[Command]:
    """Commands of the console blocks, in order; a line that ends with a backslash goes on in the next."""
    lines = "".join(_BLOCK.findall(text)).replace("\\\n", " ").splitlines()
    return [Command(_runnable(_COMMENT.sub("", line[2:]))) for line in lines if line.startswith("$ ")]


def commands_of_readme() -> list[Command]:
    return commands((ROOT / "README.md").read_text(encoding="utf-8"))


def _runnable(text: str) -> str:
    """The command without `| jq`, where jq is not installed: it is the reader's own tool."""
    return text if shutil.which("jq") else text.partition(" | jq")[0]
