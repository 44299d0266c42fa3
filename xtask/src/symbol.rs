//! The names of functions, as the compiler writes them into a module.
//!
//! It knows what such a name is made of, and no name of this project.

/// The name without what tells versions of a crate apart: `core[9f3c]::fmt` is `core::fmt`.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain += before;
        let hash = after.split_once(']').filter(|(hash, _)| {
            let named = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
            named && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        rest = hash.map_or(after, |(_, rest)| rest);
        if hash.is_none() {
            plain.push('[');
        }
    }
    plain + rest
}

/// A name from where its path begins: `<&chart::Row as Clone>::clone` is at home in `chart`.
pub(crate) fn home(name: &str) -> &str {
    let mut rest = name;
    loop {
        let less = rest.trim_start_matches(['<', '&', '*', '(', '[']);
        let less = ["mut ", "const ", "dyn "]
            .iter()
            .find_map(|word| less.strip_prefix(word))
            .unwrap_or(less);
        if less.len() == rest.len() {
            return rest;
        }
        rest = less;
    }
}

/// The names from which a path is made, up to where it ends: `a::B<c>` has `a` and `B`.
pub(crate) fn path(home: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let end = home.find(|c: char| !is_name(c) && c != ':');
    let path = home.get(..end.unwrap_or(home.len())).unwrap_or_default();
    path.split("::").filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_ends_where_it_is_no_name_any_more() {
        for (home, expected) in [
            ("a::b::c", &["a", "b", "c"][..]),
            ("a::B<c::D>::e", &["a", "B"]),
            ("a::B as c::D>::e", &["a", "B"]),
            ("a::b::<c>", &["a", "b"]),
            ("", &[]),
        ] {
            assert_eq!(path(home).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_name_is_without_hashes_and_keeps_arrays_and_slices() {
        for (name, expected) in [
            ("core[9f3c]::fmt::write", "core::fmt::write"),
            (
                "<[u8] as a[0]::B<[c[12ab]::D; 3]>>::e",
                "<[u8] as a::B<[c::D; 3]>>::e",
            ),
            ("<[a[1]::B]>::sort", "<[a::B]>::sort"),
            ("left[open", "left[open"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }

    #[test]
    fn a_name_is_at_home_where_its_path_begins() {
        for (name, expected) in [
            ("a::b", "a::b"),
            ("<a::B>::c", "a::B>::c"),
            ("<&mut [a::B] as c::D>::e", "a::B] as c::D>::e"),
            ("<<dyn a::B>::c::{closure#0}>", "a::B>::c::{closure#0}>"),
            ("", ""),
        ] {
            assert_eq!(home(name), expected);
        }
    }
}
