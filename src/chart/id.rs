//! Places in a chart, as small numbers: cheap to copy, and of no meaning in another chart.

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(super) u32);

        impl $name {
            /// The place in the chart's order, from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The one at `index` of a list of `count`, where there is one.
            pub(super) fn at(index: usize, count: usize) -> Option<Self> {
                (index < count).then_some(())?;
                u32::try_from(index).ok().map(Self)
            }
        }
    };
}

id!(
    /// A state of one chart.
    StateId
);
id!(
    /// An operation of one chart.
    OperationId
);
id!(
    /// A row of one chart.
    RowId
);
id!(
    /// An event from outside of one chart.
    EventId
);
