"""A reader of README.md, who types its commands from the top on a machine where nothing else was done."""

import shutil
import sys
from pathlib import Path

from tests.requirements import SAMPLES
from tests.start.machine import Machine
from tests.start.readme import FILES, Command
from tests.start.service import Service, free_port

PORT = 8000
ENDED_BY_CTRL_C = {0, 130, -2}


def machine_of_a_reader(folder: Path) -> Machine:
    """A machine with a Python and without uv, and with the documents that README.md names."""
    made = Machine(folder)
    made.link("python3", Path(sys.base_prefix) / "bin" / "python3")
    made.path = (made.home / ".local" / "bin", made.bare, Path("/usr/bin"), Path("/bin"))
    for name, sample in FILES:
        (made.checkout / name).parent.mkdir(exist_ok=True)
        shutil.copy(SAMPLES / sample, made.checkout / name)
    return made


class Reader:
    """Types commands as written; services go on beside what follows."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.port = free_port()
        self.services: list[Service] = []

    def fault_of(self, command: Command) -> str:
        """An empty text, or the command and its output where it does not do what a reader expects."""
        text = command.text.replace(f"localhost:{PORT}", f"localhost:{self.port}")
        if command.stays:
            return self._start(text)
        outcome = self.machine.run("bash", "-c", text)
        is_well = outcome.code in command.codes and not any("Traceback" in line for line in outcome.errors)
        return "" if is_well else f"$ {text}\nexit code {outcome.code}\n" + "\n".join(outcome.errors)

    def _start(self, text: str) -> str:
        serves = text.startswith("invoicy serve")
        log = self.machine.home / f"service-{len(self.services)}.log"
        service = Service(self.machine, f"{text} --port {self.port}" if serves else text, log)
        self.services.append(service)
        is_well = service.listens(self.port) if serves else self._reads_a_new_document(service)
        return "" if is_well else f"$ {text}\n{service.output()}"

    def _reads_a_new_document(self, service: Service) -> bool:
        shutil.copy(SAMPLES / "cii-en16931.xml", self.machine.checkout / "inbox" / "put-there-later.xml")
        return service.tells_of("put-there-later.xml")

    def leave(self) -> list[str]:
        """End the services; those that do not end well, with their output."""
        codes = [(service, service.end()) for service in self.services]
        return [
            f"$ {service.text}\nexit code {code}\n{service.output()}"
            for service, code in codes
            if code not in ENDED_BY_CTRL_C
        ]
