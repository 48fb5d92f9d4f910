"""The service as most tests call it."""

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import MemoryPipeline
from tests.web.service import client_of


@pytest.fixture
def memory() -> MemoryPipeline:
    return MemoryPipeline(version="1.2")


@pytest.fixture
def client(memory: MemoryPipeline) -> TestClient:
    return client_of(memory.pipeline())
