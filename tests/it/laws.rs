//! Laws that hold for every chart.

use crate::charts;
use proptest::prelude::*;
use state_chart::chart::Chart;

proptest! {
    #[test]
    fn prop_a_chart_is_the_chart_of_its_draft(chart in charts::chart()) {
        prop_assert_eq!(&Chart::new(chart.draft()).expect("its own draft is valid"), &chart);
    }
}
