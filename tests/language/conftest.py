"""One loaded pipeline for the tests of this room."""

import pytest

from pledgebook.language.english import Pipeline, load_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Return the packaged pipeline, loaded once."""
    return load_pipeline()
