"""<state-chart> in Sphinx and MkDocs: its files beside the pages, its script on each, and markup around a table."""

from pathlib import Path

#: What is copied into the site: one folder, with the version in its name.
FILES = Path(__file__).parent / "files"

#: The attributes of the tag.
ATTRIBUTES = ["src", "state", "duration", "parts", "yes", "no", "states", "link", "words"]


def script():
    """Where the script is in the site."""
    return next(FILES.glob("*/state-chart.js")).relative_to(FILES).as_posix()


def style():
    """Where the sheet is that keeps the place of a widget until the script has come."""
    return script().replace("state-chart.js", "place.css")


def setup(app):
    """Called by Sphinx, which has the extension by the name of this package."""
    from .sphinx import extend

    return extend(app)
