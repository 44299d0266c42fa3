//! From the text of a scenario to a history, step by step.

use super::{NONE, Problem, ProblemKind, SIGNS};
use crate::chart::{Chart, StateId, nearest};
use crate::service::{Cause, Ending, History};
use std::iter::Peekable;
use std::rc::Rc;
use std::str::Chars;

/// The most steps a scenario may have.
pub const MAX_STEPS: usize = 10_000;

/// The history that `text` tells of. An operation that is allowed under a condition is taken,
/// for whoever tells of it says that the condition was met.
///
/// # Errors
///
/// The first problem: a sign that does not belong, an unknown name, or a step that is refused.
pub fn read(chart: &Rc<Chart>, text: &str) -> Result<History, Problem> {
    let mut reader = Reader {
        chart,
        rest: text.chars().peekable(),
        at: 1,
    };
    let start = reader.position()?;
    let mut history = History::new(Rc::clone(chart), start);
    let mut taken = None;
    let mut steps = 0_usize;
    while let Some(sign) = reader.sign() {
        if sign == '|' && taken.is_none() {
            taken = Some(steps);
        } else if sign != ';' {
            return Err(reader.problem(ProblemKind::Unexpected(sign)));
        }
        if steps == MAX_STEPS {
            return Err(reader.problem(ProblemKind::TooLong));
        }
        reader.next();
        reader.step(&mut history)?;
        steps += 1;
    }
    if let Some(taken) = taken {
        history.jump(taken);
    }
    Ok(history)
}

struct Reader<'a> {
    chart: &'a Rc<Chart>,
    rest: Peekable<Chars<'a>>,
    /// The character that comes next, from 1.
    at: usize,
}

/// A name, where it begins, and whether it was quoted.
struct Name {
    text: String,
    at: usize,
    quoted: bool,
}

impl Name {
    fn problem(&self, kind: ProblemKind) -> Problem {
        Problem { at: self.at, kind }
    }
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next();
        self.at += usize::from(next.is_some());
        next
    }

    /// The next sign that is no space.
    fn sign(&mut self) -> Option<char> {
        while self.rest.next_if(|sign| sign.is_whitespace()).is_some() {
            self.at += 1;
        }
        self.rest.peek().copied()
    }

    /// Whether the next sign is `sign`; it is read then.
    fn takes(&mut self, sign: char) -> bool {
        let found = self.sign() == Some(sign);
        if found {
            self.next();
        }
        found
    }

    fn problem(&self, kind: ProblemKind) -> Problem {
        Problem { at: self.at, kind }
    }

    fn name(&mut self) -> Result<Name, Problem> {
        let first = self.sign();
        let at = self.at;
        let mut text = String::new();
        let quoted = first == Some('"');
        if quoted {
            self.next();
            loop {
                match self.next() {
                    Some('"') => break,
                    Some('\\') => text.extend(self.next()),
                    Some(sign) => text.push(sign),
                    None => return Err(self.problem(ProblemKind::Unclosed)),
                }
            }
        } else {
            while let Some(&sign) = self.rest.peek().filter(|sign| !SIGNS.contains(sign)) {
                text.push(sign);
                self.next();
            }
            text.truncate(text.trim_end().len());
        }
        if text.is_empty() {
            let kind = match first {
                Some(sign) if !quoted && !matches!(sign, ';' | '|') => {
                    ProblemKind::Unexpected(sign)
                }
                _ => ProblemKind::NoName,
            };
            return Err(Problem { at, kind });
        }
        Ok(Name { text, at, quoted })
    }

    /// A state, or no service.
    fn position(&mut self) -> Result<Option<StateId>, Problem> {
        let name = self.name()?;
        if name.text == NONE && !name.quoted {
            return Ok(None);
        }
        let chart = self.chart;
        chart.state_named(&name.text).map(Some).ok_or_else(|| {
            let near = near(
                &name,
                &mut chart.states().map(|state| chart.state_name(state)),
            );
            name.problem(ProblemKind::UnknownState(name.text.clone(), near))
        })
    }

    fn cause(&mut self) -> Result<(Cause, Name), Problem> {
        let chart = self.chart;
        let event = self.takes('@');
        let name = self.name()?;
        let cause = if event {
            chart.event_named(&name.text).map(Cause::Event)
        } else {
            chart.operation_named(&name.text).map(Cause::Operation)
        };
        if let Some(cause) = cause {
            return Ok((cause, name));
        }
        let text = name.text.clone();
        let kind = if event {
            let near = near(&name, &mut chart.events().iter().map(|event| event.name()));
            ProblemKind::UnknownEvent(text, near)
        } else {
            let names = chart.operations();
            let mut names = names.map(|operation| chart.operation_name(operation));
            ProblemKind::UnknownOperation(text, near(&name, &mut names))
        };
        Err(name.problem(kind))
    }

    fn step(&mut self, history: &mut History) -> Result<(), Problem> {
        if self.takes('>') {
            let to = self.position()?;
            history.set(to);
            return Ok(());
        }
        let (cause, name) = self.cause()?;
        let ending = if self.takes('!') {
            Ending::Failure
        } else if self.takes('>') {
            Ending::At(self.position()?)
        } else {
            Ending::Success
        };
        let from = history.service().state();
        let refused = |text| {
            let place = from.map_or(NONE, |state| self.chart.state_name(state));
            name.problem(ProblemKind::Refused(
                name.text.clone(),
                place.to_owned(),
                text,
            ))
        };
        // What runs but cannot end goes with the history: the whole scenario is refused then.
        history
            .begin(cause, true)
            .map_err(|refusal| refused(refusal.text(self.chart)))?;
        history.finish(ending).map_err(|_| {
            let untold = crate::service::Refusal::Untold(cause, ending);
            refused(untold.text(self.chart))
        })?;
        Ok(())
    }
}

fn near(name: &Name, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
    nearest(&name.text, known).map(str::to_owned)
}
