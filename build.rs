//! Makes what is shipped as text small: the style sheets and the built-in chart without their
//! comments and blanks. It knows just enough of both to leave strings alone.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for (path, small) in [
        ("static/state-chart.css", css as fn(&str) -> String),
        ("static/state-chart-sections.css", css),
        ("static/charts/biztalk-services.json", json),
    ] {
        println!("cargo::rerun-if-changed={path}");
        let name = Path::new(path).file_name().ok_or(io::ErrorKind::NotFound)?;
        fs::write(
            Path::new(&out).join(name),
            small(&fs::read_to_string(path)?),
        )?;
    }
    Ok(())
}

/// A string at the start of `rest`, with its quotes.
fn string(rest: &str) -> Option<&str> {
    let mut escaped = false;
    let end = rest.strip_prefix('"')?.find(|c| {
        let end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        end
    })?;
    rest.get(..end + 2)
}

fn json(mut rest: &str) -> String {
    let mut small = String::new();
    while let Some(next) = rest.chars().next() {
        let part = string(rest).unwrap_or_else(|| &rest[..next.len_utf8()]);
        if !next.is_ascii_whitespace() {
            small.push_str(part);
        }
        rest = &rest[part.len()..];
    }
    small
}

/// Blanks go beside what needs none on either side; where one has to stay, one stays.
fn css(mut rest: &str) -> String {
    let mut small = String::new();
    let mut blank = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, rest)| rest);
            continue;
        }
        let part = string(rest).unwrap_or_else(|| &rest[..next.len_utf8()]);
        rest = &rest[part.len()..];
        if next.is_ascii_whitespace() {
            blank = true;
            continue;
        }
        let before = small.ends_with(['{', '}', ';', ',', ':', '(', '>']);
        if blank && !before && !matches!(next, '{' | '}' | ')' | '>') {
            small.push(' ');
        }
        blank = false;
        if next == '}' && small.ends_with(';') {
            small.pop();
        }
        small.push_str(part);
    }
    small
}
