//! Tables as people write them, to charts.
