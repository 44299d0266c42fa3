//! A piece of the widget that is drawn again only when something in it has changed.
//!
//! All pieces are one component: each further one would bring its own copy of Yew's life cycle.

use super::draw::Drawing;
use super::{grid, route};
use crate::chart::Chart;
use crate::path::Goal;
use std::rc::Rc;
use yew::prelude::*;

/// Of which chart, and which piece.
pub(super) struct PieceProps {
    pub(super) chart: Rc<Chart>,
    pub(super) what: What,
}

/// What a piece is of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum What {
    /// A table of the grid.
    Table(grid::Table),
    /// A row of a table.
    Row(grid::Row),
    /// The goals that one can choose, and the one that is chosen.
    Goals(Option<Goal>),
}

impl PartialEq for PieceProps {
    fn eq(&self, other: &Self) -> bool {
        // Another chart is another allocation: comparing charts row by row would cost their square.
        Rc::ptr_eq(&self.chart, &other.chart) && self.what == other.what
    }
}

// They are made as they stand here: nobody writes this component in `html!`.
impl Properties for PieceProps {
    type Builder = ();

    fn builder() {}
}

/// A piece.
pub(super) struct Piece {
    /// The list of goals, if it is one.
    list: NodeRef,
}

impl Piece {
    fn show(&self, PieceProps { chart, what }: &PieceProps) {
        if let What::Goals(goal) = what {
            route::show_goal(&self.list, chart, *goal);
        }
    }
}

impl Component for Piece {
    type Message = ();
    type Properties = PieceProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            list: NodeRef::default(),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &PieceProps) -> bool {
        let props = ctx.props();
        self.show(props);
        // The goal is not drawn: a list shows what was chosen in it last, whatever was drawn.
        !(matches!(props.what, What::Goals(_)) && Rc::ptr_eq(&props.chart, &old.chart))
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        self.show(ctx.props());
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PieceProps { chart, what } = ctx.props();
        let mut page = Drawing::new();
        match what {
            What::Table(table) => grid::draw(&mut page, chart, table),
            What::Row(row) => grid::draw_row(&mut page, chart, row),
            What::Goals(_) => route::draw_goals(&mut page, chart, &self.list),
        }
        page.end()
    }
}
