//! The objects that the element takes and gives, and those that a chart in JSON consists of.

use super::{Entry, Record, entry, record};

const OPERATION: Entry = entry(
    "operation",
    "string | null",
    "The operation; null if it is an event from outside.",
);
const EVENT: Entry = entry(
    "event",
    "string | null",
    "The event from outside; null if it is an operation.",
);
const AT: Entry = entry(
    "state",
    "string | null",
    "The state in which it was asked; null is no service.",
);
const ABOUT: Entry = entry("about?", "string", "What it is, for readers.");
const SUCCESS: Entry = entry("success?", "Lead", "Where it leads on success.");
const FAILURE: Entry = entry("failure?", "Lead", "Where it leads on failure.");
const SOURCE: Entry = entry("source", "\"documented\" | \"inferred\"", "Who says so.");

/// The objects that the element takes and gives, but for charts.
pub const RECORDS: &[Record] = &[
    record(
        "Step",
        &[
            entry("type", "\"step\"", "Tells a step from a refusal."),
            OPERATION,
            EVENT,
            entry(
                "outcome",
                "\"success\" | \"failure\" | null",
                "How it ended; null if somebody said the state.",
            ),
            entry(
                "from",
                "string | null",
                "The state before; null is no service.",
            ),
            entry(
                "to",
                "string | null",
                "The state after; null is no service.",
            ),
            entry(
                "source",
                "\"documented\" | \"inferred\" | null",
                "Who says that it leads there; null if the chart does not.",
            ),
        ],
        "What happened, how it ended, from where to where.",
    ),
    record(
        "Refusal",
        &[
            entry("type", "\"refusal\"", "Tells a refusal from a step."),
            entry(
                "reason",
                "\"not-allowed\" | \"no-service\" | \"conditional\" | \"cannot-happen\" | \"busy\" | \"untold\" | \"cancelled\"",
                "Why, in one word for programs.",
            ),
            entry("message", "string", "Why, as readers see it."),
            OPERATION,
            EVENT,
            AT,
        ],
        "Why an operation or event did not begin.",
    ),
    record(
        "Selection",
        &[
            entry("state", "string", "The state of the cell."),
            entry("operation", "string", "The operation of the cell."),
            entry(
                "note",
                "string | null",
                "What stands beside its mark; null is nothing.",
            ),
        ],
        "A cell that the reader asked about.",
    ),
    record(
        "Operate",
        &[OPERATION, EVENT, AT],
        "What is about to begin.",
    ),
    record(
        "Problems",
        &[
            entry("message", "string", "All problems."),
            entry("problems", "string[]", "The problems one by one."),
        ],
        "Why there is no widget.",
    ),
    record(
        "PerformOptions",
        &[
            entry(
                "outcome?",
                "\"success\" | \"failure\"",
                "How it ends; the reader chooses by default.",
            ),
            entry(
                "state?",
                "string | null",
                "Where it ends, if the chart does not tell.",
            ),
            entry(
                "condition?",
                "boolean",
                "Whether the condition is met under which it is allowed.",
            ),
        ],
        "How an operation that a program performs is to end.",
    ),
    record(
        "End",
        &[
            entry(
                "outcome?",
                "\"success\" | \"failure\"",
                "How it ended; in success by default.",
            ),
            entry(
                "state?",
                "string | null",
                "Where it ended, if the chart does not tell.",
            ),
        ],
        "How an operation ended that the page carried out.",
    ),
];

/// The objects that a chart in JSON consists of.
pub const CHART: &[Record] = &[
    record(
        "Chart",
        &[
            entry("$schema?", "string", "The address of the format's schema."),
            entry("version", "1", "The version of the format."),
            entry("title?", "string", "What the chart is about."),
            entry("service?", "string", "What the service is called."),
            entry(
                "refusal?",
                "string",
                "The error text of an operation that is not allowed.",
            ),
            entry(
                "start?",
                "string",
                "The state in which a service starts; the first one by default.",
            ),
            entry(
                "groups",
                "Group[]",
                "The operations, a table for each group.",
            ),
            entry("rows", "Row[]", "The states, and what is allowed in them."),
            entry("outcomes?", "Outcome[]", "Where operations lead."),
            entry("events?", "OutsideEvent[]", "What comes from outside."),
        ],
        "A chart in version 1 of the JSON format.",
    ),
    record(
        "Group",
        &[
            entry("title?", "string", "The caption of the table."),
            entry(
                "operations",
                "(string | Named)[]",
                "The operations, in order.",
            ),
        ],
        "Operations that share a table.",
    ),
    record(
        "Named",
        &[entry("name", "string", "Its name."), ABOUT],
        "A name with something to say about it.",
    ),
    record(
        "Row",
        &[
            entry(
                "states",
                "(string | Named)[]",
                "The states that share the row.",
            ),
            entry(
                "allowed?",
                "string[]",
                "The operations that are allowed in them.",
            ),
            entry(
                "conditional?",
                "Record<string, string>",
                "The condition of each operation that is allowed under one.",
            ),
            entry(
                "notes?",
                "Record<string, string>",
                "What stands beside the mark of each operation that has a note.",
            ),
        ],
        "A row of the tables.",
    ),
    record(
        "Outcome",
        &[
            entry("operation", "string", "The operation."),
            entry(
                "from?",
                "string[]",
                "From which states; from all by default.",
            ),
            entry("via?", "Via", "The state shown while it runs."),
            SUCCESS,
            FAILURE,
        ],
        "Where an operation leads.",
    ),
    record(
        "Via",
        &[entry("name", "string", "Its name."), SOURCE],
        "A state that is shown while an operation runs.",
    ),
    record(
        "Lead",
        &[
            entry("state?", "string", "To this state."),
            entry("same?", "boolean", "To the state in which it began."),
            entry("gone?", "boolean", "To no service."),
            SOURCE,
        ],
        "Where something leads: one of three.",
    ),
    record(
        "OutsideEvent",
        &[
            entry("name", "string", "Its name."),
            ABOUT,
            entry(
                "from",
                "\"no service\" | \"any state\" | string[]",
                "Where it can happen.",
            ),
            SOURCE,
            entry("success", "Lead", "Where it leads on success."),
            FAILURE,
        ],
        "Something that happens to a service from outside.",
    ),
];
