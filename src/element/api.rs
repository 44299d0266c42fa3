//! The interface of `<state-chart>` as one table: attributes, properties, methods, events, style.
//!
//! Types, the manifest and the pages about the element are made of it, and a test holds it against
//! the code. Nothing here is called by the widget, and nothing here names another room: the tasks
//! read this file as it stands.

// Named by its path because the tasks take this file without the folders around it.
#[path = "api/record.rs"]
mod record;

pub use record::{CHART, RECORDS};

/// A line of the table: a name, its type in TypeScript's words, and what it means.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its type; for an event, that of its detail; for a custom property, its syntax in CSS.
    pub kind: &'static str,
    /// One sentence.
    pub meaning: &'static str,
}

/// A method of the element.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// What it answers with, and what it does.
    pub entry: Entry,
    /// Its parameters. The name of one that may be left out ends in `?`.
    pub parameters: &'static [Entry],
}

/// An object that the element takes or gives.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// Its name as a type.
    pub name: &'static str,
    /// One sentence.
    pub meaning: &'static str,
    /// Its fields. The name of one that may be left out ends in `?`.
    pub fields: &'static [Entry],
}

const fn entry(name: &'static str, kind: &'static str, meaning: &'static str) -> Entry {
    Entry {
        name,
        kind,
        meaning,
    }
}

const fn method(
    name: &'static str,
    parameters: &'static [Entry],
    kind: &'static str,
    meaning: &'static str,
) -> Method {
    let entry = entry(name, kind, meaning);
    Method { entry, parameters }
}

const fn record(name: &'static str, fields: &'static [Entry], meaning: &'static str) -> Record {
    Record {
        name,
        meaning,
        fields,
    }
}

/// The attributes. Each has a property of its name; `state` is where the service starts.
pub const ATTRIBUTES: &[Entry] = &[
    entry("src", "string", "The address of a chart in JSON."),
    entry(
        "state",
        "string",
        "The name of the state in which the service starts; the chart's own start by default.",
    ),
    entry(
        "duration",
        "string",
        "How long an operation runs, in milliseconds; 900 by default, 0 is at once.",
    ),
    entry(
        "parts",
        "string",
        "Which parts to show, separated by spaces; all by default.",
    ),
    entry(
        "yes",
        "string",
        "What stands for allowed in the tables, where it is none of the usual marks and words.",
    ),
    entry(
        "no",
        "string",
        "What stands for not allowed in the tables, where it is none of the usual marks and words.",
    ),
    entry(
        "states",
        "\"rows\" | \"columns\"",
        "Where the states stand in the tables; found out by default.",
    ),
    entry(
        "link",
        "string",
        "The element's key in the fragment of the address; without it the address is never touched.",
    ),
];

/// The properties that are more than an attribute of the same name.
pub const PROPERTIES: &[Entry] = &[
    entry(
        "state",
        "string | null",
        "The name of the state in which the service is; null is no service.",
    ),
    entry(
        "chart",
        "Chart | null",
        "The chart that is shown, in version 1 of the JSON format; set it to show another.",
    ),
    entry(
        "ready",
        "Promise<StateChartElement>",
        "A promise of the element, once it can be used; asking for it loads the widget. Rejected with the error where there is no widget; asked for anew, it is a new one.",
    ),
];

/// Those of [`PROPERTIES`] that cannot be set.
pub const READ_ONLY: &[&str] = &["ready"];

/// The methods. Those that promise may be called before the widget is there.
pub const METHODS: &[Method] = &[
    method(
        "can",
        &[entry("operation", "string", "The name of an operation.")],
        "boolean",
        "Whether the operation would begin now; false as long as the widget is not there.",
    ),
    method(
        "perform",
        &[
            entry(
                "name",
                "string",
                "The name of an operation, or of an event from outside.",
            ),
            entry("options?", "PerformOptions", "How it ends."),
        ],
        "Promise<Step | Refusal>",
        "Performs an operation, and promises the step that it was, or why it was refused.",
    ),
    method(
        "undo",
        &[],
        "Promise<boolean>",
        "Takes the last step back; whether there was one.",
    ),
    method(
        "redo",
        &[],
        "Promise<boolean>",
        "Takes the step again that was undone last; whether there was one.",
    ),
    method(
        "startOver",
        &[],
        "Promise<boolean>",
        "Takes all steps back; whether there was one.",
    ),
    method(
        "select",
        &[
            entry(
                "state",
                "string | null",
                "The name of a state; null selects nothing.",
            ),
            entry("operation?", "string", "The name of an operation."),
        ],
        "Promise<void>",
        "Asks about a cell, as a click on it does; performs nothing.",
    ),
    method(
        "save",
        &[],
        "Promise<string>",
        "The history as a line of text, such as `Active; Stop!; Restart`.",
    ),
    method(
        "restore",
        &[entry("text", "string", "What `save` gave.")],
        "Promise<void>",
        "Takes the steps of a saved history, in place of those so far.",
    ),
    method(
        "export",
        &[entry("format", "string", "The name of a format.")],
        "Promise<string>",
        "The chart as text in another format; what writes it is loaded when it is asked for.",
    ),
];

/// The one event that can be cancelled, and lets the page carry the operation out.
pub const ASKING: &str = "state-chart-operate";

/// The events. All bubble, and leave shadow roots.
pub const EVENTS: &[Entry] = &[
    entry(
        ASKING,
        "Operate",
        "An operation is about to begin; cancel it, or carry it out and give `waitUntil` a promise of its end.",
    ),
    entry(
        "state-chart-operated",
        "Step",
        "An operation or event has ended.",
    ),
    entry(
        "state-chart-refused",
        "Refusal",
        "An operation or event was refused, and nothing has changed.",
    ),
    entry(
        "state-chart-select",
        "Selection | null",
        "The reader asked about a cell; null is none.",
    ),
    entry("state-chart-ready", "null", "The element can be used."),
    entry(
        "state-chart-error",
        "Problems",
        "There is no widget, for these reasons; the element shows its own content.",
    ),
];

/// The custom properties that set the looks.
pub const STYLES: &[Entry] = &[
    entry("--state-chart-ink", "<color>", "Text."),
    entry("--state-chart-quiet", "<color>", "Text of less weight."),
    entry("--state-chart-paper", "<color>", "The ground."),
    entry("--state-chart-tint", "<color>", "The ground of headers."),
    entry("--state-chart-line", "<color>", "Lines between cells."),
    entry(
        "--state-chart-edge",
        "<color>",
        "Edges of buttons and fields.",
    ),
    entry(
        "--state-chart-accent",
        "<color>",
        "Focus, links and the main button.",
    ),
    entry("--state-chart-on-accent", "<color>", "Text on the accent."),
    entry(
        "--state-chart-here",
        "<color>",
        "The ground of the row of the current state.",
    ),
    entry("--state-chart-good", "<color>", "Allowed, and success."),
    entry("--state-chart-bad", "<color>", "Not allowed, and failure."),
    entry(
        "--state-chart-maybe",
        "<color>",
        "Allowed under a condition.",
    ),
    entry("--state-chart-radius", "<length>", "The radius of corners."),
    entry(
        "--state-chart-font",
        "<'font'>",
        "The font, in the words of the `font` property.",
    ),
];
