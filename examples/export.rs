//! Writes a chart in every format: `cargo run --example export -- CHART.json FOLDER`.
//!
//! FOLDER gets `chart.json`, `chart.html` and so on, one file for each format, and `runbook.md`,
//! the runbook of a walk through the chart: each operation that the state allows, at most once.

use state_chart::chart::{Chart, StateId};
use state_chart::export::{self, Format};
use state_chart::import::json;
use state_chart::service::{Cause, Ending, History};
use std::error::Error;
use std::path::Path;
use std::rc::Rc;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let (Some(chart), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: export CHART.json FOLDER".into());
    };
    let value: json::Value = serde_json::from_str(&fs::read_to_string(chart)?)?;
    let chart = json::read(&value).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for format in Format::ALL {
        let text = [format.opening(), &export::write(format, &chart)].concat();
        fs::write(
            folder.join("chart").with_extension(format.extension()),
            text,
        )?;
    }
    fs::write(folder.join("runbook.md"), export::runbook(&walk(chart)))?;
    Ok(())
}

/// A walk that tries each operation once, as long as the state allows one that was not tried yet.
/// Where the chart does not tell where it leads, it leads to the next state of the chart.
fn walk(chart: Chart) -> History {
    let chart = Rc::new(chart);
    let mut history = History::new(Rc::clone(&chart), chart.start());
    let mut untried: Vec<_> = chart.operations().collect();
    let next = |state: Option<StateId>| {
        let after = state.map_or(0, |state| state.index() + 1);
        chart.state_at(after % chart.states().len())
    };
    while let Some(at) = untried
        .iter()
        .position(|&operation| history.service().can(operation))
    {
        let cause = Cause::Operation(untried.remove(at));
        if history.perform(cause, Ending::Success).is_err() && history.begin(cause, false).is_ok() {
            let ending = Ending::At(next(history.service().state()));
            // It runs, and such an ending is always taken.
            let _ = history.finish(ending);
        }
    }
    history
}
