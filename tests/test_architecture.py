"""The house, held to its plan: which room may import which, which rooms may touch the world, nothing at import."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "pledgebook"
FLOOR = {"language", "extract", "resolve", "reconcile", "check"}
OUTER = {"read", "store", "export"}
MAY_IMPORT = {
    "model": {"model"},
    **{room: {room, "model"} for room in FLOOR | OUTER},
    "pipeline": {"pipeline", "model"} | FLOOR,
    # reconcile: totals and keys are asked of what is read and settled already, without the road through extract
    "actions": {"actions", "pipeline", "reconcile", "model", "language", "pledgebook"} | OUTER,
    "cli": {"cli", "actions", "model", "pledgebook"},
    "pledgebook": {"pledgebook"},
    "__main__": {"cli"},
}
PURE = {"extract", "resolve", "reconcile", "check", "pipeline"}
WORLDLY = {
    "os",
    "io",
    "pathlib",
    "socket",
    "subprocess",
    "random",
    "secrets",
    "time",
    "tempfile",
    "shutil",
    "sqlite3",
    "sqlalchemy",
}
WORLDLY_CALLS = {"open", "print", "input", "now", "today", "utcnow", "getenv", "read_text", "read_bytes", "write_text"}


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return {"__init__.py": "pledgebook"}.get(first, first.removesuffix(".py"))


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield room_of(path), path, ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name their room in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


MODULES = list(modules())
NAMED = pytest.mark.parametrize(
    ("room", "path", "tree"), MODULES, ids=[str(path.relative_to(PACKAGE)) for _, path, _ in MODULES]
)


@NAMED
def test_imports_point_down(room: str, path: Path, tree: ast.Module) -> None:
    ours = [name.split(".") for name in imports(tree) if name.split(".")[0] == "pledgebook"]
    known = {each for each in MAY_IMPORT if each != "pledgebook"} | {"desk", "batch"}
    rooms = {parts[1] if len(parts) > 1 and parts[1] in known else "pledgebook" for parts in ours}
    assert rooms <= MAY_IMPORT[room], f"{path.name} in {room} may not import {sorted(rooms - MAY_IMPORT[room])}"


@NAMED
def test_pure_rooms_touch_nothing_outside(room: str, path: Path, tree: ast.Module) -> None:
    if room not in PURE:
        return
    touched = {name.split(".")[0] for name in imports(tree)} & WORLDLY
    calls = {called(node) for node in ast.walk(tree) if isinstance(node, ast.Call)} & WORLDLY_CALLS
    assert not touched | calls, f"{path.name} is in a pure room yet uses {sorted(touched | calls)}"


@NAMED
def test_every_file_says_what_it_is_for(room: str, path: Path, tree: ast.Module) -> None:
    assert ast.get_docstring(tree), f"{path.name} in {room} has no first line"


@NAMED
def test_nothing_is_caught_blindly(room: str, path: Path, tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in {"everything", "Exception", "BaseException"}, f"{room}/{path.name}:{node.lineno}"


def test_no_import_circle() -> None:
    names = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): tree for _, path, tree in MODULES}
    names = {name.removesuffix(".__init__"): tree for name, tree in names.items()}
    edges = {
        name: {found for each in imports(tree) for found in (each, each.rpartition(".")[0]) if found in names} - {name}
        for name, tree in names.items()
    }

    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        todo = [start]
        while todo:
            new = edges[todo.pop()] - seen
            seen |= new
            todo += new
        return seen

    circles = [name for name in names if name in reach(name)]
    assert not circles, f"modules that reach themselves: {circles}"


EXTRACT = {
    "page": {"page"},
    "quantities": {"quantities"},
    "names": {"names", "page"},
    "commitments": {"commitments", "names", "page", "quantities"},
    "deeds": {"deeds", "names", "page", "quantities"},
}


@NAMED
def test_rooms_of_extract_lean_one_way(room: str, path: Path, tree: ast.Module) -> None:
    inner = path.parent.name
    if room != "extract" or inner == "extract":
        return
    reached = {name.split(".")[2] for name in imports(tree) if name.startswith("pledgebook.extract.")}
    assert reached <= EXTRACT[inner], f"{path.name} in {inner} may not import {sorted(reached - EXTRACT[inner])}"
