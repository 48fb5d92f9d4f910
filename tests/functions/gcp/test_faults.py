"""Google's answers as the library's errors."""

from concurrent.futures import TimeoutError as NoAnswerError

import pytest
from google.api_core import exceptions as google
from google.auth.exceptions import TransportError
from requests.exceptions import ConnectionError as NoConnectionError

from invoicy.errors import AccessRefusedError, TemporaryFaultError
from invoicy_gcp.faults import faults_of
from invoicy_gcp.publisher import PubSubPublisher
from tests.contracts.test_event_publisher import EVENT
from tests.fakes.publisher import PubSubClient

PASSING = [
    google.TooManyRequests("slow down"),
    google.InternalServerError("x"),
    google.ServiceUnavailable("x"),
    google.GatewayTimeout("x"),
    google.RetryError("gave up", None),
    TransportError("no token"),
    NoConnectionError("reset"),
    ConnectionResetError("reset"),
    NoAnswerError(),
]


@pytest.mark.parametrize("fault", PASSING, ids=lambda fault: type(fault).__name__)
def test_what_may_pass_is_retryable(fault: Exception) -> None:
    with pytest.raises(TemporaryFaultError, match="The bucket b"), faults_of("The bucket b"):
        raise fault


@pytest.mark.parametrize("fault", [google.Forbidden("no"), google.NotFound("no bucket")], ids=str)
def test_what_a_person_has_to_mend_is_not(fault: Exception) -> None:
    with pytest.raises(AccessRefusedError, match="The bucket b"), faults_of("The bucket b"):
        raise fault


@pytest.mark.parametrize("fault", [google.ServiceUnavailable("x"), NoAnswerError()], ids=str)
def test_an_event_that_the_topic_did_not_take_is_published_again(fault: Exception) -> None:
    with pytest.raises(TemporaryFaultError, match="The topic"):
        PubSubPublisher(PubSubClient(fault), "projects/p/topics/t").publish(EVENT)
