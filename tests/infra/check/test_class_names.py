"""The check of class names: one name, one thing; twins of two clouds may share theirs."""

from pathlib import Path

import pytest
from infra.check.class_names import problems_in


def tree(root: Path, classes: dict[str, str]) -> tuple[Path, list[Path]]:
    for path, name in classes.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"class {name}: ...\n", encoding="utf-8")
    return root / "library", [root / "aws", root / "gcp"]


@pytest.mark.parametrize(
    "classes",
    [
        {"library/model.py": "Totals", "library/pages/totals.py": "Totals"},
        {"library/model.py": "Upload", "aws/events.py": "Upload"},
        {"aws/events.py": "Record", "aws/store.py": "Record"},
        {"aws/events/a.py": "Record", "aws/events/b.py": "Record"},
        {"aws/events.py": "Record", "gcp/store.py": "Record"},
    ],
)
def test_a_name_for_two_things_is_a_problem(tmp_path: Path, classes: dict[str, str]) -> None:
    library, clouds = tree(tmp_path, classes)
    (problem,) = problems_in(library, clouds)
    assert problem.endswith("give each its own name")


@pytest.mark.parametrize("twin", ["gcp/events.py", "gcp/events/notification.py"])
def test_twins_of_two_clouds_share_a_name(tmp_path: Path, twin: str) -> None:
    library, clouds = tree(tmp_path, {"aws/events.py": "ObjectRef", twin: "ObjectRef", "library/model.py": "Invoice"})
    assert list(problems_in(library, clouds)) == []
