"""A function that does nothing: the cost of Lambda itself."""


def handler(_event: object, _context: object) -> dict[str, str]:
    return {"hello": "world"}
