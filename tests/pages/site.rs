//! The documentation as a site: no dead link, and each element on it comes to life.

use crate::accessibility::check_in;
use crate::page::visit_broken;
use crate::server;
use scraper::{Html, Selector};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The pages, by their path.
fn pages() -> BTreeMap<PathBuf, Html> {
    let root = server::folder("STATE_CHART_SITE");
    let mut pages = BTreeMap::new();
    for folder in ["", "guide", "examples"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "html") {
                let html = Html::parse_document(&std::fs::read_to_string(&path).unwrap());
                pages.insert(path.strip_prefix(&root).unwrap().to_owned(), html);
            }
        }
    }
    pages
}

/// The values of an attribute of all that has it.
fn values<'a>(page: &'a Html, attribute: &str) -> Vec<&'a str> {
    let all = Selector::parse(&format!("[{attribute}]")).unwrap();
    page.select(&all)
        .filter_map(|it| it.attr(attribute))
        .collect()
}

/// `link` from the folder of `page`, without steps up.
fn resolve(page: &Path, link: &str) -> PathBuf {
    let mut path = page.parent().unwrap().to_owned();
    for step in link.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path
}

#[test]
fn the_site_has_no_dead_link() {
    let root = server::folder("STATE_CHART_SITE");
    let pages = pages();
    assert!(pages.len() > 25, "{}", pages.len());
    let mut dead = Vec::new();
    for (path, page) in &pages {
        // These are shown for whatever address, and printed as one.
        if path.ends_with("404.html") || path.ends_with("print.html") {
            continue;
        }
        let links = values(page, "href").into_iter().chain(values(page, "src"));
        for link in links.filter(|link| !link.contains(':')) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                path.clone()
            } else {
                resolve(path, file)
            };
            let known = pages.get(&target);
            let named =
                known.is_none_or(|page| anchor.is_empty() || values(page, "id").contains(&anchor));
            if !root.join(&target).exists() || !named {
                dead.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[tokio::test]
async fn each_element_of_the_site_comes_to_life_and_axe_finds_nothing_in_its_page() {
    let element = Selector::parse("state-chart").unwrap();
    let mut shapes = BTreeSet::new();
    for (path, html) in pages() {
        let count = html.select(&element).count();
        if count == 0 || path.ends_with("print.html") {
            continue;
        }
        visit_broken(&format!("/guide/{}", path.display()), async |page| {
            page.eval("void document.querySelectorAll('state-chart').forEach(it => it.load())").await;
            let live = "[...document.querySelectorAll('state-chart')].filter(it => it.shadowRoot?.querySelector('.widget')).length";
            page.until(&format!("{live} === {count}")).await;
            let wide = "document.documentElement.scrollWidth > innerWidth";
            assert_eq!(page.eval(wide).await, json!(false), "{}", path.display());
            // The rest of the page is mdBook's.
            check_in(page, "state-chart", &path.display().to_string()).await;
            // What a sample leaves out on purpose is told in a warning.
            let faults = "complaints.filter(it => !it.startsWith('warn: state-chart: '))";
            assert_eq!(page.eval(faults).await, json!([]), "{}", path.display());
        })
        .await;
        shapes.insert(path);
    }
    assert!(shapes.len() > 12, "{shapes:?}");
}
