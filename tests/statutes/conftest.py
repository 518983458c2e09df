"""A library with the two editions of a regulation in our own words."""

from pathlib import Path

import pytest

from fazhi.statutes.importing import Import
from fazhi.statutes.report import Report
from fazhi.statutes.source import files

TEXTS = Path(__file__).parent / "texts"


def run_import(folder: Path) -> Report:
    run = Import()
    assert list(run.run(files(folder))) == files(folder)
    return run.report


@pytest.fixture
def library(db: None) -> Report:
    return run_import(TEXTS)
