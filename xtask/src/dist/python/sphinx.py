"""The extension of Sphinx."""

from html import escape

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from . import ATTRIBUTES, FILES, script, style


class StateChart(SphinxDirective):
    """The tag around what stands in the directive."""

    has_content = True
    option_spec = {name: directives.unchanged for name in ATTRIBUTES}

    def run(self):
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.options.items())
        begin = nodes.raw("", f"<state-chart{attributes}>", format="html")
        end = nodes.raw("", "</state-chart>", format="html")
        return [begin, *self.parse_content_to_nodes(), end]


def extend(app):
    app.add_directive("state-chart", StateChart)
    app.add_js_file(script(), loading_method="defer")
    app.add_css_file(style())
    app.connect("builder-inited", lambda app: app.config.html_static_path.append(str(FILES)))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
