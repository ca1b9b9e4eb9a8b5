"""What several rooms' tests need: addresses for books, on SQLite and on a private PostgreSQL cluster."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SERVER_USER = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root


def find_postgres() -> Path | None:
    """Return the folder of the newest PostgreSQL server's programs, as Debian lays them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).parent if beside else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Start a private PostgreSQL cluster in a temporary folder; give the address of its first database."""
    programs = find_postgres()
    if programs is None:
        pytest.skip("no PostgreSQL server here: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pb-"))  # a short path: it holds the socket
    if SERVER_USER:
        shutil.chown(folder, SERVER_USER)
    data, quick = folder / "data", "-c fsync=off -c listen_addresses='' -c max_connections=20"
    run_as_server(programs / "initdb", "-D", data, "-U", "pledge", "--auth=trust", "--no-sync", "-E", "UTF8")
    start: list[str | Path] = ["start", "-w", "-l", folder / "log", "-o", f"{quick} -k {folder}"]
    run_as_server(programs / "pg_ctl", "-D", data, *start)
    yield f"postgresql://pledge@/postgres?host={folder}"
    run_as_server(programs / "pg_ctl", "-D", data, "stop", "-m", "immediate")
    shutil.rmtree(folder, ignore_errors=True)


def run_as_server(*command: str | Path) -> None:

    subprocess.run(command, check=True, cwd="/", user=SERVER_USER, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


@pytest.fixture
def make_address(postgres: str) -> Callable[[], str]:
    """Give what makes a fresh, empty PostgreSQL database and returns its address."""
    psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL driver here: pip install 'pledgebook[postgres]'")

    def make() -> str:
        name = f"book_{uuid.uuid4().hex}"
        with psycopg.connect(postgres, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return postgres.replace("/postgres?", f"/{name}?")

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give an address where a book can be made, once on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "book.db")
    fresh: str = request.getfixturevalue("make_address")()
    return fresh
