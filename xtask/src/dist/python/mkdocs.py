"""The plugin of MkDocs."""

import re

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from . import FILES, script, style

#: What has Markdown read in a tag.
BLOCKS = "pymdownx.blocks.html"


class StateChart(BasePlugin):
    """Has tables in Markdown read within the tag, and its files and script in the site."""

    def on_config(self, config):
        loader = ExtraScriptValue(script())
        loader.defer = True
        config.extra_javascript.append(loader)
        config.extra_css.append(style())
        if BLOCKS not in config.markdown_extensions:
            config.markdown_extensions.append(BLOCKS)
        known = config.mdx_configs.setdefault(BLOCKS, {}).setdefault("custom", [])
        if not any(it["tag"] == "state-chart" for it in known):
            known.append({"tag": "state-chart", "mode": "block"})
        return config

    def on_files(self, files, config):
        for path in sorted(FILES.glob("*/*")):
            files.append(File.generated(config, path.relative_to(FILES).as_posix(), abs_src_path=str(path)))
        return files

    def on_page_markdown(self, markdown, **_):
        """The tag on a line of its own becomes a block. In code, it is left as it is."""
        lines, fence = [], None
        for line in markdown.split("\n"):
            mark = re.match(r" {0,3}(```+|~~~+)", line)
            if mark and fence is None:
                fence = mark[1]
            elif mark and mark[1].startswith(fence):
                fence = None
            tag = fence is None and re.fullmatch(r"<(/?)state-chart((?:\s[^<>]*)?)>\s*", line)
            if tag and tag[1]:
                line = "\n///"
            elif tag:
                inner = tag[2].strip().replace('"', "'")
                line = f"/// html | state-chart[{inner}]\n" if inner else "/// html | state-chart\n"
            lines.append(line)
        return "\n".join(lines)
