// Medians and ratios of samples. Knows neither who runs nor how a report looks.

export const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** What can be asked of the samples of a run. */
export function ask({ samples, base }) {
  /** The values of `field`, by round. */
  const values = (job, contender, field) =>
    samples
      .filter((sample) => sample.job === job && sample.contender === contender)
      .toSorted((a, b) => a.round - b.round)
      .map((sample) => sample[field]);
  return {
    ran: (job) => samples.some((sample) => sample.job === job),
    values,
    middle: (job, contender, field) => median(values(job, contender, field)),
    /** The ratio to the base in each round: median, least, most. */
    ratio(job, contender, field, to = base) {
      const own = values(job, contender, field);
      const others = values(job, to, field);
      const ratios = own.map((value, round) => value / others[round]);
      return { middle: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
    },
  };
}
