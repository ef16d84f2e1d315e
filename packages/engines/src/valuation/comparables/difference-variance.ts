/** Standard deviations of a normal distribution within a typical absolute residual. */
export const NOISE_PER_SPREAD = 1 / 0.6745;

/** A sale whose price lies further from its value than so many standard deviations counts as odd: Huber's weight. */
export const CLEAR_DEVIATION = 1.5;

/** Variance of an adjustment as a share of its square: effects are known to about three tenths of their size. */
export const ADJUSTMENT_VARIANCE = 0.3 ** 2;

/** Variance of the market level a year on, beyond what the index of the segment follows. */
export const YEAR_VARIANCE = 0.04 ** 2;

/** Variance that a parting of the ways adds: what no effect says of two generations, trims, bodies or gearboxes. */
export const GENERATION_VARIANCE = 0.1 ** 2;
export const TRIM_VARIANCE = 0.07 ** 2;
export const BODY_VARIANCE = 0.04 ** 2;
export const TRANSMISSION_VARIANCE = 0.04 ** 2;
