"""The brief as one HTML file that needs nothing else: no network, no font, no script but its own."""

import base64
import hashlib
from importlib.resources import files

import jinja2
from markupsafe import Markup

from pledgebook.export.material import Material
from pledgebook.export.view import view_brief
from pledgebook.export.wording import clean_text, tell_count


def _asset(name: str) -> str:
    return files("pledgebook.export").joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    """Return the words with which a browser is told to run this text and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("pledgebook.export"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: clean_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )


def write_html(material: Material) -> str:
    """Return the page; everything a report says is escaped, and a browser is told to run our script alone."""
    brief = view_brief(material)
    style, script = _asset("brief.css"), _asset("brief.js")
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=brief,
            sources={source.number: source for source in brief.sources},
            full={source.number for source in brief.sources if source.text},
            note_reports={note.number: note.report for note in brief.notes},
            anchored=[],
            count=tell_count,
            style=Markup(style),  # noqa: S704 - our own file, no word of a report in it
            script=Markup(script),  # noqa: S704 - likewise
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
