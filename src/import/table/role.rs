//! What a header says that its row or column has, by its words or by the author's `data-role`.

use super::words::{Idea, words};
use crate::chart::lowercase;

/// What the author says that a row or column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    State,
    Operation,
    From,
    To,
    Failure,
    Condition,
    Ignore,
}

/// The values of `data-role`.
pub(super) const ROLES: [(&str, Role); 8] = [
    ("state", Role::State),
    ("operation", Role::Operation),
    ("from", Role::From),
    ("to", Role::To),
    ("success", Role::To),
    ("failure", Role::Failure),
    ("condition", Role::Condition),
    ("ignore", Role::Ignore),
];

impl Role {
    /// The role of this name; `Err` is the name of none.
    pub(super) fn parse(name: &str) -> Result<Option<Self>, String> {
        let name = name.trim();
        if name.is_empty() {
            return Ok(None);
        }
        let role = ROLES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        role.map(|&(_, role)| Some(role))
            .ok_or_else(|| name.to_owned())
    }
}

/// What the words of a header speak of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) state: bool,
    pub(super) operation: bool,
    /// An operation in so many words: an event, a trigger.
    pub(super) event: bool,
    /// The state before, and nothing else.
    pub(super) from: bool,
    /// The state after, and nothing else.
    pub(super) to: bool,
    pub(super) allowed: bool,
    pub(super) forbidden: bool,
    pub(super) condition: bool,
    pub(super) prose: bool,
    pub(super) property: bool,
    /// Whether a word for a property stands in it.
    pub(super) of_property: bool,
    pub(super) count: bool,
    pub(super) index: bool,
    pub(super) success: bool,
    pub(super) failure: bool,
    pub(super) other: bool,
}

impl Kind {
    pub(super) fn of(text: &str) -> Self {
        let words = words();
        let text = lowercase(text).replace('’', "'");
        let ideas = words.ideas(&text);
        let has = |idea| ideas.has(idea);
        let state = has(Idea::State);
        let few = text.split_whitespace().count() < 5;
        // A short word among others is mostly a preposition: `Estado do pedido` is no state after.
        let mut long = String::new();
        for word in text.split(' ').filter(|word| word.len() > 2) {
            long.push_str(word);
            long.push(' ');
        }
        let long = words.ideas(&long);
        // `State after the operation`
        let before = text
            .split(' ')
            .take_while(|word| !words.ideas(word).has(Idea::Operation));
        let last = before.filter(|word| word.len() > 3).last();
        let last = last.map_or_else(Default::default, |word| words.ideas(word));
        // Only words for the side itself: `Next state`, not `Next steps`.
        let ends = |idea| {
            has(idea)
                && words.only(
                    &[idea, Idea::State, Idea::Leads, Idea::From, Idea::To],
                    &text,
                )
                || few
                    && state
                    && long.has(idea)
                    && (!has(Idea::Operation) || last.has(idea))
                    && !has(Idea::Allowed)
                || idea == Idea::To
                    && (state && long.has(idea) || has(idea) && has(Idea::Leads))
                    && words.only(&[idea, Idea::State, Idea::Allowed, Idea::Leads], &text)
        };
        let leads = has(Idea::Leads)
            && (has(Idea::To) || !has(Idea::Operation))
            && words.only(&[Idea::Leads, Idea::To, Idea::State], &text);
        let (from, to) = (ends(Idea::From), ends(Idea::To) || leads);
        // `Goes to on success`, `State on failure`
        let ending = state || has(Idea::To) || has(Idea::Leads);
        let whole = |idea| words.is(idea, text.trim().trim_end_matches(['.', ':']));
        let success = whole(Idea::Success) || has(Idea::Success) && ending;
        let failure = whole(Idea::Failure)
            || (has(Idea::Failure) || has(Idea::Failed) && !has(Idea::Success)) && ending;
        Self {
            state,
            operation: has(Idea::Operation),
            event: has(Idea::Event),
            from: from && !to,
            to: to && (!from || leads),
            allowed: has(Idea::Allowed),
            forbidden: has(Idea::Forbidden),
            // `If failed` is where it leads.
            condition: has(Idea::Condition) && !success && !failure,
            prose: has(Idea::Prose),
            property: words.is(Idea::Property, text.trim())
                || words.is(Idea::Property, text.trim_end_matches(['?', ':', ' '])),
            of_property: has(Idea::Property),
            count: has(Idea::Count),
            index: whole(Idea::Index),
            success,
            failure,
            other: has(Idea::Other),
        }
    }

    /// Whether the header speaks of states, and not of operations.
    pub(super) const fn is_states(self) -> bool {
        self.state && !self.operation
    }

    /// Whether the header speaks of operations, and not of states.
    pub(super) const fn is_operations(self) -> bool {
        self.operation && !self.state
    }

    /// Whether the header says what stands on a side: states or operations.
    pub(super) const fn is_side(self) -> bool {
        self.state || self.operation || self.from || self.to
    }

    /// Whether the header names a text about the row.
    pub(super) const fn is_about(self) -> bool {
        self.prose || self.property || self.count || self.index || self.condition
    }
}

/// Whether the first words for states and operations are of states; of words side by side the last tells.
pub(super) fn starts_with_state(head: &str) -> bool {
    let kinds = head.split_whitespace().map(Kind::of);
    let side = |kind: &Kind| kind.state || kind.operation;
    let kinds = kinds.skip_while(|kind| !side(kind)).take_while(side);
    kinds.last().is_some_and(|kind| kind.state)
}
