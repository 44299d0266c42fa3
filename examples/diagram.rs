//! Prints the picture of a chart as SVG: of the JSON file that is named, else of the built-in chart.

use state_chart::{diagram, import::json};

fn main() -> Result<(), String> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path).map_err(|error| error.to_string())?,
        None => state_chart::built_in::JSON.to_owned(),
    };
    let value: json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let chart = json::read(&value).map_err(|problems| format!("{problems:?}"))?;
    let picture = diagram::layout(&chart).map_err(|lines| format!("{lines} are too many"))?;
    print!("{}", picture.svg(&chart));
    Ok(())
}
