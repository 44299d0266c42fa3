// The peer written by hand, of a chart in JSON.
import { chartOf } from "./built_in.js";
import { define } from "./element.js";
import { show } from "./hand.js";

define(show, chartOf);
