//! The answers of a guide as bytes, and back: what crosses between the program that finds them and
//! the one that shows them.

use super::{Insight, Route, Suggestion};
use crate::chart::pack::{Reader, Writer};
use crate::chart::{Chart, Source};
use crate::path::{Failure, Step, Way};
use crate::service::Cause;

fn write_texts(writer: &mut Writer, texts: &[String]) {
    writer.number(texts.len());
    for text in texts {
        writer.text(text);
    }
}

fn read_texts(reader: &mut Reader<'_>) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for _ in 0..reader.count()? {
        texts.push(reader.text()?.to_owned());
    }
    Some(texts)
}

/// 0 is none.
fn write_source(writer: &mut Writer, source: Option<Source>) {
    writer.number(match source {
        None => 0,
        Some(Source::Documented) => 1,
        Some(Source::Inferred) => 2,
    });
}

fn read_source(reader: &mut Reader<'_>) -> Option<Option<Source>> {
    match reader.number()? {
        0 => Some(None),
        1 => Some(Some(Source::Documented)),
        2 => Some(Some(Source::Inferred)),
        _ => None,
    }
}

/// Writes texts, such as what steps come to if they fail.
#[must_use]
pub fn texts(texts: &[String]) -> Vec<u8> {
    let mut writer = Writer::default();
    write_texts(&mut writer, texts);
    writer.into_bytes()
}

/// Reads what [`texts`] wrote.
#[must_use]
pub fn texts_of(bytes: &[u8]) -> Option<Vec<String>> {
    read_texts(&mut Reader::new(bytes))
}

/// Writes the steps of a way.
#[must_use]
pub fn steps(steps: &[Step]) -> Vec<u8> {
    let mut writer = Writer::default();
    write_steps(&mut writer, steps);
    writer.into_bytes()
}

/// Reads what [`steps`] wrote.
#[must_use]
pub fn steps_of(chart: &Chart, bytes: &[u8]) -> Option<Vec<Step>> {
    read_steps(&mut Reader::new(bytes), chart)
}

fn write_steps(writer: &mut Writer, steps: &[Step]) {
    writer.number(steps.len());
    for step in steps {
        step.cause.write(writer);
        writer.position(step.from);
        writer.position(step.to);
        write_source(writer, Some(step.source));
        writer.number(usize::from(step.conditional));
        write_source(writer, step.failure.map(|failure| failure.source));
        if let Some(failure) = step.failure {
            writer.position(failure.to);
            writer.number(failure.steps_left.map_or(0, |steps| steps + 1));
        }
    }
}

fn read_steps(reader: &mut Reader<'_>, chart: &Chart) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for _ in 0..reader.count()? {
        steps.push(Step {
            cause: Cause::read(reader, chart)?,
            from: reader.position(chart)?,
            to: reader.position(chart)?,
            source: read_source(reader)??,
            conditional: reader.number()? == 1,
            failure: match read_source(reader)? {
                None => None,
                Some(source) => Some(Failure {
                    source,
                    to: reader.position(chart)?,
                    steps_left: reader.number()?.checked_sub(1),
                }),
            },
        });
    }
    Some(steps)
}

impl Suggestion {
    /// The suggestion as bytes.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.text(&self.said);
        write_texts(&mut writer, &self.steps);
        writer.text(&self.more);
        write_source(&mut writer, self.source);
        writer.into_bytes()
    }

    /// The suggestion in `bytes`.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        Some(Self {
            said: reader.text()?.to_owned(),
            steps: read_texts(&mut reader)?,
            more: reader.text()?.to_owned(),
            source: read_source(&mut reader)?,
        })
    }
}

impl Route {
    /// The route as bytes.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.text(&self.said);
        write_source(&mut writer, self.source);
        writer.number(usize::from(self.is_found));
        writer.number(self.ways.len());
        for way in &self.ways {
            write_steps(&mut writer, &way.steps);
        }
        writer.into_bytes()
    }

    /// The route in `bytes`, of `chart`.
    #[must_use]
    pub fn unpack(chart: &Chart, bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let mut route = Self {
            said: reader.text()?.to_owned(),
            source: read_source(&mut reader)?,
            is_found: reader.number()? == 1,
            ways: Vec::new(),
        };
        for _ in 0..reader.count()? {
            let steps = read_steps(&mut reader, chart)?;
            route.ways.push(Way { steps });
        }
        Some(route)
    }
}

impl Insight {
    /// The insight as bytes.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.number(self.lines.len());
        for (about, said) in &self.lines {
            writer.text(about);
            writer.text(said);
        }
        write_texts(&mut writer, &self.findings);
        writer.into_bytes()
    }

    /// The insight in `bytes`.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let mut lines = Vec::new();
        for _ in 0..reader.count()? {
            lines.push((reader.text()?.to_owned(), reader.text()?.to_owned()));
        }
        Some(Self {
            lines,
            findings: read_texts(&mut reader)?,
        })
    }
}
