"""The pipeline on one machine: readings in a folder, events in the log."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Meta, field

from invoicy.documents.folders import DEFAULT_STORE
from invoicy.local.publisher import LogPublisher
from invoicy.local.store import FolderStore
from invoicy.pipeline import Pipeline, reader
from invoicy.settings import Names, Settings
from invoicy.version import version


class Auth(StrEnum):
    """The requests that `invoicy serve` accepts from other machines."""

    KEYS = "keys"
    NONE = "none"


class LocalSettings(Settings, frozen=True, kw_only=True):
    """Settings of the commands on this machine."""

    auth: Annotated[
        Auth,
        Meta(
            description="keys: `invoicy serve` accepts requests from other machines only with a key from "
            "INVOICY_API_KEYS; none: it accepts all requests"
        ),
    ] = Auth.KEYS
    store: Annotated[Path, Meta(description="the folder that holds the readings")] = Path(DEFAULT_STORE)
    own_name: Annotated[
        Names,
        Meta(description="`check`: your company's names, separated by `;`; invoices to another buyer get a warning"),
    ] = field(default_factory=Names)
    own_vat_id: Annotated[
        Names, Meta(description="`check`: your VAT identifiers, separated by `;`, for the same warning")
    ] = field(default_factory=Names)


def local_pipeline(settings: LocalSettings) -> Pipeline:
    """Return a pipeline that stores readings in a folder and writes events to the log."""
    return Pipeline(
        store=FolderStore(settings.store),
        publisher=LogPublisher(),
        version=version(),
        read=reader(settings.profile),
    )
