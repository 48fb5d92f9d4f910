"""The service as most tests call it."""

import pytest
from fastapi.testclient import TestClient

from tests.house import House
from tests.web.service import client_of


@pytest.fixture
def house() -> House:
    return House(version="1.2")


@pytest.fixture
def client(house: House) -> TestClient:
    return client_of(house.pipeline())
