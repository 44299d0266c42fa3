//! The documentation as a site: the pages of the guide, with each shape of table live beside its source.
//!
//! Its pages are made of docs/ and nothing else, and mdBook sets them. It is static, and works under any path.

use crate::tools::author;
use crate::{build, dist, embed, root, say};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The parts of the site, each with a folder of docs/ and its pages there; those of the shapes of tables
/// follow that about tables.
const PARTS: [(&str, &str, &[&str]); 5] = [
    (
        "Into your pages",
        "guide",
        &[
            "plain-html",
            "mdbook",
            "mkdocs",
            "sphinx",
            "hugo",
            "docusaurus",
            "vitepress",
            "starlight",
            "bundler",
            "frameworks",
        ],
    ),
    (
        "Charts",
        "guide",
        &["tables", "refused", "content", "chart"],
    ),
    (
        "Examples",
        "examples",
        &[
            "virtual-machine",
            "job",
            "payment",
            "device",
            "attributes",
            "script",
            "looks",
            "fifty",
            "print",
        ],
    ),
    (
        "Looks and work",
        "guide",
        &["styling", "interface", "http-backend"],
    ),
    (
        "Operation",
        "guide",
        &[
            "troubleshooting",
            "serving",
            "upgrading",
            "browsers",
            "accessibility",
            "languages",
            "words",
        ],
    ),
];

/// The pages that stand beside those folders, each with its file and its title.
const LAST: [(&str, &str); 3] = [
    ("docs/trust.md", "What you can rely on"),
    ("docs/sizes.md", "Sizes"),
    ("CHANGELOG.md", "Changelog"),
];

/// The page whose sections become pages of their own.
const TABLES: &str = "tables";

const BOOK: &str = "[book]\ntitle = \"state-chart\"\nlanguage = \"en\"\n\n[output.html]\nsmart-punctuation = false\n\n[output.html.fold]\nenable = true\n";
const HEAD: &str = "<script src=\"{{ path_to_root }}state-chart/state-chart.js\"></script>\n\
     <style>state-chart { --state-chart-accent: color-mix(in oklab, var(--links) 60%, var(--fg)); }</style>\n";
const INDEX: &str = "# state-chart\n\n`<state-chart>` turns the table “which operation is allowed in which state” of a page into \
     something to click, ask and try. This is the chart that it has built in, that of BizTalk Services:\n\n\
     <state-chart></state-chart>\n\nAny table of yours does as well: [how to put it into a page](guide/plain-html.md), \
     [what is read](guide/tables.md), and [what its looks are made of](guide/styling.md).\n";

/// The folder of the site.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(root()?.join("target/site"))
}

/// Builds what is shipped, and the site of it.
pub(crate) fn all(sh: &Shell) -> Result<()> {
    build::release(sh)?;
    dist::all(sh)?;
    build(sh)
}

/// Builds the site and serves it.
pub(crate) fn serve(sh: &Shell) -> Result<()> {
    all(sh)?;
    author::interpreter(sh)?;
    let folder = folder()?;
    say("serving the documentation on http://127.0.0.1:8080/ until Ctrl+C");
    cmd!(
        sh,
        "python3 -m http.server 8080 --bind 127.0.0.1 --directory {folder}"
    )
    .run()?;
    Ok(())
}

/// Builds the site of what `dist` made.
pub(crate) fn build(sh: &Shell) -> Result<()> {
    author::mdbook(sh)?;
    say("building the documentation as a site: seconds");
    let (work, out) = (root()?.join("target/site-source"), folder()?);
    sh.remove_path(&work)?;
    sh.remove_path(&out)?;
    let pages = work.join("src");
    embed::copy(
        sh,
        &dist::folder()?.join("drop-in"),
        &pages.join("state-chart"),
    )?;
    let mut left = BTreeSet::new();
    for folder in ["guide", "examples"] {
        let source = Path::new("docs").join(folder);
        embed::copy(sh, &source, &pages.join(folder))?;
        let files = sh.read_dir(source)?;
        let files = files.iter().filter_map(|file| file.file_name()?.to_str());
        let names = files.filter_map(|file| file.strip_suffix(".md"));
        left.extend(names.map(|name| format!("{folder}/{name}")));
    }
    let mut summary = String::from("# Summary\n\n[state-chart](index.md)\n");
    for (part, folder, names) in PARTS {
        _ = write!(summary, "\n# {part}\n\n");
        for name in names {
            let file = format!("{folder}/{name}");
            ensure!(left.remove(&file), "docs has no {file}.md");
            let text = sh.read_file(format!("docs/{file}.md"))?;
            let title = text.lines().next().and_then(|line| line.strip_prefix("# "));
            let title = title
                .with_context(|| format!("{name}.md has no title"))?
                .replace(['<', '>'], "");
            _ = writeln!(summary, "- [{title}]({file}.md)");
            // What is outside of docs/ is beside its folders there.
            let text = text.replace("](../../", "](../");
            sh.write_file(pages.join(format!("{file}.md")), with_live(&text))?;
            if *name != TABLES {
                continue;
            }
            for (title, text) in shapes(&text) {
                let file = format!("guide/table-{}.md", slug(&title));
                _ = writeln!(summary, "  - [{title}]({file})");
                sh.write_file(pages.join(file), text)?;
            }
        }
    }
    ensure!(left.is_empty(), "the site lacks {left:?} of docs");
    summary += "\n# The project\n\n";
    for (file, title) in LAST {
        let name = Path::new(file).file_name().unwrap_or_default();
        sh.copy_file(file, &pages)?;
        _ = writeln!(summary, "- [{title}]({})", name.display());
    }
    for (file, text) in [
        ("src/SUMMARY.md", summary.as_str()),
        ("src/index.md", INDEX),
        ("theme/head.hbs", HEAD),
        ("book.toml", BOOK),
    ] {
        sh.write_file(work.join(file), text)?;
    }
    cmd!(sh, "mdbook build {work} --dest-dir {out}").run()?;
    say(&format!("made {}; any web server shows it", out.display()));
    Ok(())
}

/// A title as a part of an address.
fn slug(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// A page, with each block of code that is marked `live` followed by what it shows, as often as a number after
/// that mark says.
fn with_live(page: &str) -> String {
    let mut blocks = page.split("```");
    let mut text = blocks.next().unwrap_or("").to_owned();
    while let Some(block) = blocks.next() {
        _ = write!(text, "```{block}```");
        let (info, code) = block.split_once('\n').unwrap_or((block, ""));
        if let Some((kind, count)) = info.split_once(" live") {
            for _ in 0..count.trim().parse().unwrap_or(1) {
                _ = write!(text, "\n\n{}", live(kind, code));
            }
        }
        text += blocks.next().unwrap_or("");
    }
    text
}

/// The sections of the page about tables, each as a page, with its tables live after their source.
fn shapes(page: &str) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for section in page.split("\n## ").skip(1) {
        let (title, rest) = section.split_once('\n').unwrap_or((section, ""));
        let mut text = format!("# {title}\n");
        let mut is_live = false;
        let mut blocks = rest.split("```");
        text += blocks.next().unwrap_or("");
        let mut sample = None;
        while let (Some(block), Some(prose)) = (blocks.next(), blocks.next()) {
            _ = write!(text, "```{block}```");
            let (kind, code) = block.split_once('\n').unwrap_or((block, ""));
            match (kind, &sample) {
                // What comes out is a chart, or the reason why there is none.
                ("text", Some(sample)) if code.starts_with(['[', '#']) => {
                    _ = write!(text, "\n\n## Try it\n\n{sample}");
                    is_live = true;
                }
                // The files of its pictures are not on the site, so such a sample is not shown.
                ("markdown" | "html", _) => {
                    let has_picture = code.contains("<img") || code.contains("![");
                    sample = (!has_picture).then(|| live(kind, code));
                }
                _ => {}
            }
            text += prose;
        }
        if is_live {
            pages.push((title.to_owned(), text));
        }
    }
    pages
}

/// The sample as an element of the page.
fn live(kind: &str, code: &str) -> String {
    let own = code.contains("<state-chart");
    let (begin, end) = if own {
        ("", "")
    } else {
        (
            "<state-chart parts=\"grid card history\">",
            "</state-chart>",
        )
    };
    match kind {
        // A blank line would end the markup.
        "html" => {
            let lines = code.lines().filter(|line| !line.trim().is_empty());
            let lines: String = lines.flat_map(|line| [line, "\n"]).collect();
            format!("{begin}\n{lines}{end}\n")
        }
        _ => format!("{begin}\n\n{code}\n{end}\n"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn a_block_that_is_live_is_shown_below_itself() {
        let page = "# Door\n\n```html live 2\n<state-chart>\n\n<p>\n</state-chart>\n```\n\nIt is.\n\n```js\nlive\n```\n";
        let element = "\n\n\n<state-chart>\n<p>\n</state-chart>\n\n";
        let text = with_live(page);
        assert!(
            text.contains(&format!("```{element}{element}\n\nIt is.")),
            "{text}"
        );
        assert!(text.ends_with("```js\nlive\n```\n"), "{text}");
    }

    #[test]
    fn a_section_with_a_chart_becomes_a_page_with_a_live_table() {
        let page = "# Tables\n\nAll.\n\n## Marks\n\nSay.\n\n```markdown\n| a |\n```\n\n```text\n[] A\n+ B\n```\n\n## Refused\n\n```markdown\n| b |\n```\n\n```text\ntable 1: no\n```\n";
        let pages = shapes(page);
        assert_eq!(pages.len(), 1);
        let (title, text) = pages.first().unwrap();
        assert_eq!(title, "Marks");
        assert!(
            text.starts_with("# Marks\n\nSay.\n\n```markdown\n| a |\n```\n"),
            "{text}"
        );
        assert!(
            text.contains(
                "## Try it\n\n<state-chart parts=\"grid card history\">\n\n| a |\n\n</state-chart>"
            ),
            "{text}"
        );
    }
}
