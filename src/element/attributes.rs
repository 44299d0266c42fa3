//! The attributes of the element: they are the only store of settings.

use crate::chart::{Chart, MAX_SHOWN};
use crate::ui::{DURATION, Parts};
use web_sys::HtmlElement;

/// What the attributes of one element say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attributes {
    /// `state`: the name of the state that the service starts in.
    pub(super) state: Option<String>,
    /// `duration`: how long an operation runs, in milliseconds.
    pub(super) duration: u32,
    /// `parts`: what to show.
    pub(super) parts: Parts,
    /// `link`: the key of the element's entry in the fragment of the address; `None` is no entry.
    pub(super) link: Option<String>,
    /// What could not be read, for the author.
    pub(super) complaints: Vec<String>,
}

impl Attributes {
    /// Reads the attributes of `host`, which shows `chart`. What cannot be read counts as absent, and is among
    /// the complaints.
    pub(super) fn read(host: &HtmlElement, chart: &Chart) -> Self {
        let mut complaints = Vec::new();
        let duration = host.get_attribute("duration").and_then(|text| {
            let duration = text.trim().parse().ok();
            if duration.is_none() {
                let found = [
                    "duration: expected milliseconds, a whole number, found `",
                    &text,
                    "`",
                ];
                complaints.push(found.concat());
            }
            duration
        });
        let parts = host.get_attribute("parts").map(|text| {
            Parts::parse(&text).unwrap_or_else(|word| {
                let known = Parts::NAMES.join("`, `");
                complaints.push(
                    [
                        "parts: expected some of `",
                        &known,
                        "`, found `",
                        &word,
                        "`",
                    ]
                    .concat(),
                );
                Parts::ALL
            })
        });
        let parts = parts.unwrap_or_default();
        if parts.grid && chart.cells() > MAX_SHOWN {
            complaints.push(
                [
                    "parts: the chart has ",
                    &chart.cells().to_string(),
                    " cells, and at most ",
                    &MAX_SHOWN.to_string(),
                    " are shown as tables; name the parts without `grid`, or make charts of parts of it",
                ]
                .concat(),
            );
        }
        let link = host.get_attribute("link");
        if link.as_deref() == Some("") {
            complaints.push("link: expected a key for the address, found none".to_owned());
        }
        Self {
            link: link.filter(|key| !key.is_empty()),
            state: host.get_attribute("state"),
            duration: duration.unwrap_or(DURATION),
            parts,
            complaints,
        }
    }

    /// Tells the author what could not be read.
    pub(super) fn complain(&self) {
        for complaint in &self.complaints {
            web_sys::console::error_2(&"state-chart:".into(), &complaint.into());
        }
    }
}
