"""Hybrid PDFs: those of which the embedded XML is read."""

from pathlib import Path

from invoicy import read


def print_hybrids(folder: Path) -> None:
    files = sorted((folder / "hybrid").rglob("*.pdf"))
    readings = [read(file) for file in files]
    good = sum(bool(reading.invoices) for reading in readings)
    print(f"Hybrid PDFs: {good} of {len(files)} give the invoice of their XML")
    for file, reading in zip(files, readings, strict=True):
        if not reading.invoices:
            print(f"  {file.name}: {reading.findings[0].message}")
    print()
