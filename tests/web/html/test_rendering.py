"""HTML from templates."""

import pytest

from invoicy.web.html.rendering import page, wants_html


def body_of(title: str, detail: str) -> str:
    return bytes(page("problem.html", 404, title=title, detail=detail).body).decode()


def test_values_are_escaped() -> None:
    assert "<bdi>&lt;script&gt;</bdi>" in body_of("Not Found", "<script>")


def test_control_characters_of_a_value_are_not_sent() -> None:
    assert "\x1b" not in body_of("Not Found", "a\x1b[31m")


def test_a_page_may_load_nothing_from_other_servers() -> None:
    policy = page("problem.html", title="a", detail="b").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "http" not in policy


def test_only_swagger_ui_may_set_styles() -> None:
    headers = page("docs.html", inline_styles=True).headers
    assert "style-src 'self' 'unsafe-inline'" in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [("text/html,application/xml;q=0.9,*/*;q=0.8", True), ("application/json", False), ("*/*", False), ("", False)],
)
def test_browsers_and_api_clients_differ_by_their_accept_header(accept: str, expected: bool) -> None:
    assert wants_html(accept) is expected
