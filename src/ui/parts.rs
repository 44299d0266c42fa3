//! Which parts of the widget an author wants to show.

/// The parts that are shown; all by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The tables.
    pub grid: bool,
    /// The live service card.
    pub card: bool,
    /// The history in the card.
    pub history: bool,
    /// The events from outside in the card.
    pub events: bool,
    /// The ways to a goal, in the card.
    pub route: bool,
    /// What can be done now, and what the chart says as a whole, in the card.
    pub insight: bool,
    /// The chart as a picture, below the rest.
    pub diagram: bool,
    /// The chart and the history in other formats, below the rest.
    pub export: bool,
}

impl Parts {
    /// The names of the parts, as an author writes them.
    pub const NAMES: [&'static str; 8] = [
        "grid", "card", "history", "events", "route", "insight", "diagram", "export",
    ];

    /// Every part.
    pub const ALL: Self = Self {
        grid: true,
        card: true,
        history: true,
        events: true,
        route: true,
        insight: true,
        diagram: true,
        export: true,
    };

    /// The parts named in a list that is separated by spaces or commas; all where it names none.
    ///
    /// # Errors
    ///
    /// The first word that names no part.
    pub fn parse(list: &str) -> Result<Self, String> {
        let mut parts = Self {
            grid: false,
            card: false,
            history: false,
            events: false,
            route: false,
            insight: false,
            diagram: false,
            export: false,
        };
        let mut any = false;
        for word in list
            .split([' ', ',', '\n', '\t'])
            .filter(|word| !word.is_empty())
        {
            any = true;
            match word {
                "grid" => parts.grid = true,
                "card" => parts.card = true,
                "history" => parts.history = true,
                "events" => parts.events = true,
                "route" => parts.route = true,
                "insight" => parts.insight = true,
                "diagram" => parts.diagram = true,
                "export" => parts.export = true,
                _ => return Err(word.to_owned()),
            }
        }
        Ok(if any { parts } else { Self::ALL })
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::ALL
    }
}
