"""What Lambda itself costs: a function that does nothing."""


def handler(_event: object, _context: object) -> dict[str, str]:
    return {"hello": "world"}
