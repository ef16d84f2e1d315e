/** How long one offer ran, and whether it ended in a sale: otherwise it says only that it took longer. */
export interface OfferSpell {
  readonly days: number;
  readonly sold: boolean;
}

/** The share of offers that are still unsold after so many days. */
export interface SurvivalStep {
  readonly days: number;
  readonly unsold: number;
  /** 90 % interval by Greenwood's formula on the log-log scale. */
  readonly lower90: number;
  readonly upper90: number;
  readonly atRisk: number;
}

export interface DaysToSell {
  readonly offerCount: number;
  readonly soldCount: number;
  /** Days after which half are sold; `null` where half never were within what was seen. */
  readonly medianDays: number | null;
  readonly steps: readonly SurvivalStep[];
}

const Z_90 = 1.6449;

/**
 * Days to sell by Kaplan and Meier (1958): offers that were withdrawn or still run count as long as they were seen and no
 * longer. One step a day with a sale. Offers with a negative length are left out.
 */
export function daysToSell(spells: readonly OfferSpell[]): DaysToSell {
  const usable = spells.filter(({ days }) => days >= 0).sort((a, b) => a.days - b.days);
  const steps: SurvivalStep[] = [];
  let unsold = 1;
  let greenwood = 0;
  let position = 0;
  while (position < usable.length) {
    const { days } = usable[position]!;
    const atRisk = usable.length - position;
    let sold = 0;
    while (position < usable.length && usable[position]!.days === days) {
      if (usable[position]!.sold) sold++;
      position++;
    }
    if (sold === 0) continue;
    unsold *= 1 - sold / atRisk;
    greenwood += atRisk > sold ? sold / (atRisk * (atRisk - sold)) : 0;
    const logLog = Math.log(-Math.log(unsold));
    const margin = (Z_90 * Math.sqrt(greenwood)) / Math.abs(Math.log(unsold));
    const isEdge = unsold <= 0 || unsold >= 1;
    steps.push({
      days,
      unsold,
      lower90: isEdge ? unsold : Math.exp(-Math.exp(logLog + margin)),
      upper90: isEdge ? unsold : Math.exp(-Math.exp(logLog - margin)),
      atRisk,
    });
  }
  return {
    offerCount: usable.length,
    soldCount: usable.filter(({ sold }) => sold).length,
    medianDays: steps.find((step) => step.unsold <= 0.5)?.days ?? null,
    steps,
  };
}

/** One month of supply: what was there, came, sold and left. `stock` is `opening + listed - sold - withdrawn`. */
export interface SupplyMonth {
  readonly month: string;
  readonly opening: number;
  readonly listed: number;
  readonly sold: number;
  readonly withdrawn: number;
  readonly stock: number;
  /** Sold over all offers that ran in the month; `null` without one. */
  readonly sellThrough: number | null;
}

/** An offer by its months; `ended` absent while it runs. */
export interface OfferMonths {
  readonly listed: string;
  readonly ended?: string;
  readonly sold: boolean;
}

/** The book of offers month by month, from `from` to `to`, given as all months between in order. */
export function supplyByMonth(offers: readonly OfferMonths[], months: readonly string[]): readonly SupplyMonth[] {
  const first = months[0] ?? '';
  let stock = offers.filter(({ listed, ended }) => listed < first && (ended === undefined || ended >= first)).length;
  return months.map((month) => {
    const opening = stock;
    const listed = offers.filter((offer) => offer.listed === month).length;
    const ended = offers.filter((offer) => offer.ended === month && offer.listed <= month);
    const sold = ended.filter((offer) => offer.sold).length;
    const withdrawn = ended.length - sold;
    stock = opening + listed - ended.length;
    const running = opening + listed;
    return { month, opening, listed, sold, withdrawn, stock, sellThrough: running === 0 ? null : sold / running };
  });
}
