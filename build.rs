//! Makes the built-in chart ready: its JSON text without blanks, and its compact form, which is read and
//! packed by the same code as the chart of any author.

use std::path::Path;
use std::{env, error, fs};

/// The rooms of the crate that this needs, as they stand there.
#[path = "src"]
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "only a part of each room is called here"
)]
mod rooms {
    pub mod chart;
    pub mod import;
}

// Within the rooms, they are found where they are in the crate.
use rooms::{chart, import};

/// The chart of an element that brings none of its own.
const BUILT_IN: &str = "static/charts/biztalk-services.json";

fn main() -> Result<(), Box<dyn error::Error>> {
    for path in ["build.rs", "src/chart", "src/import", BUILT_IN] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let text = fs::read_to_string(BUILT_IN)?;
    let small: serde_json::Value = serde_json::from_str(&text)?;
    let file = Path::new(&out).join("biztalk-services");
    fs::write(file.with_extension("json"), small.to_string())?;
    let value = import::json::parse(&text).ok_or("the built-in chart is no JSON")?;
    let chart: chart::Chart = import::json::read(&value).map_err(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    fs::write(file.with_extension("chart"), chart.pack())?;
    Ok(())
}
