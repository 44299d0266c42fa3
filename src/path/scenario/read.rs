//! From the text of a scenario to a history, step by step.

use super::{NONE, Problem, ProblemKind, SIGNS};
use crate::chart::{Chart, EventId, OperationId, StateId, nearest};
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
    let mut reader = Reader::new(chart, text);
    let start = reader.position()?;
    let history = reader.steps(start)?;
    reader.end()?;
    Ok(history)
}

/// Reads a text from its first character on.
pub(crate) struct Reader<'a> {
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

impl<'a> Reader<'a> {
    pub(crate) fn new(chart: &'a Rc<Chart>, text: &'a str) -> Self {
        Self {
            chart,
            rest: text.chars().peekable(),
            at: 1,
        }
    }

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
    pub(crate) fn takes(&mut self, sign: char) -> bool {
        let found = self.sign() == Some(sign);
        if found {
            self.next();
        }
        found
    }

    fn problem(&self, kind: ProblemKind) -> Problem {
        Problem { at: self.at, kind }
    }

    /// Nothing may follow.
    pub(crate) fn end(&mut self) -> Result<(), Problem> {
        match self.sign() {
            None => Ok(()),
            Some(sign) => Err(self.problem(ProblemKind::Unexpected(sign))),
        }
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
    pub(crate) fn position(&mut self) -> Result<Option<StateId>, Problem> {
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

    /// An operation.
    pub(crate) fn operation(&mut self) -> Result<OperationId, Problem> {
        let name = self.name()?;
        self.operation_of(&name)
    }

    fn operation_of(&self, name: &Name) -> Result<OperationId, Problem> {
        let chart = self.chart;
        chart.operation_named(&name.text).ok_or_else(|| {
            let names = chart.operations();
            let mut names = names.map(|operation| chart.operation_name(operation));
            let near = near(name, &mut names);
            name.problem(ProblemKind::UnknownOperation(name.text.clone(), near))
        })
    }

    fn event_of(&self, name: &Name) -> Result<EventId, Problem> {
        let chart = self.chart;
        chart.event_named(&name.text).ok_or_else(|| {
            let near = near(name, &mut chart.events().iter().map(|event| event.name()));
            name.problem(ProblemKind::UnknownEvent(name.text.clone(), near))
        })
    }

    fn cause(&mut self) -> Result<(Cause, Name), Problem> {
        let event = self.takes('@');
        let name = self.name()?;
        let cause = if event {
            Cause::Event(self.event_of(&name)?)
        } else {
            Cause::Operation(self.operation_of(&name)?)
        };
        Ok((cause, name))
    }

    /// The history of a service that started in `start`, up to a sign that is no step.
    pub(crate) fn steps(&mut self, start: Option<StateId>) -> Result<History, Problem> {
        let mut history = History::new(Rc::clone(self.chart), start);
        let mut taken = None;
        let mut steps = 0_usize;
        while let Some(sign) = self.sign() {
            if sign == '|' && taken.is_none() {
                taken = Some(steps);
            } else if sign != ';' {
                break;
            }
            if steps == MAX_STEPS {
                return Err(self.problem(ProblemKind::TooLong));
            }
            self.next();
            self.step(&mut history)?;
            steps += 1;
        }
        if let Some(taken) = taken {
            history.jump(taken);
        }
        Ok(history)
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
        // What has begun and cannot end needs no clean-up: the whole history is refused then.
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
