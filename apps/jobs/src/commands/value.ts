import { createStores } from '@pa/db';
import { CarValuer, type TimeHorizon, type ValueCarRequest } from '@pa/engines';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { createProgress } from '../output/progress.ts';
import { renderCarValuation } from '../output/render-car-valuation.ts';
import type { CommandContext } from './command-context.ts';

export interface ValueOptions
  extends Pick<
    ValueCarRequest,
    | 'make'
    | 'model'
    | 'generation'
    | 'trim'
    | 'transmission'
    | 'body'
    | 'color'
    | 'condition'
    | 'region'
    | 'vin'
    | 'asOf'
  > {
  readonly year: number;
  readonly miles?: number;
  /** Joined by commas. */
  readonly options?: string;
  readonly comparables: number;
  /** Joined by commas. */
  readonly ahead?: readonly TimeHorizon[];
  readonly milesPerYear?: number;
  readonly ratePoints?: number;
  /** Percent. */
  readonly supplyChange?: number;
}

const HORIZONS: readonly TimeHorizon[] = ['1m', '3m', '6m', '1y'];

/** `pa value`: what one car is worth, why, and compared with what. */
export async function value({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ValueOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const { year, miles, options: codes, comparables, ahead, milesPerYear, ratePoints, supplyChange, ...words } = options;
  const assumed = [milesPerYear, ratePoints, supplyChange].some((value) => value !== undefined);
  const horizons = ahead ?? (assumed ? HORIZONS : undefined);
  const progress = createProgress(terminal, { now });
  const answer = await withDatabase(settings, (database) => {
    const valuer = new CarValuer({ stores: createStores(database), now }, { fitsWhenMissing: true });
    const request: ValueCarRequest = {
      ...words,
      modelYear: year,
      mileage: miles,
      optionCodes: codes?.split(','),
      comparableCount: comparables,
      ...(horizons === undefined
        ? {}
        : {
            ahead: {
              horizons,
              distancePerYear: milesPerYear,
              ratePoints,
              supplyChange: supplyChange === undefined ? undefined : supplyChange / 100,
            },
          }),
    };
    return progress.task('Value the car', () => valuer.valueCar(request));
  });
  if (answer.status === 'unknown-vehicle') throw new CommandError('UNKNOWN_VEHICLE', answer.reason);
  if (answer.status === 'not-enough-data') {
    const { reason, found, needed } = answer;
    const advice = 'import more sales with "pa import <file>", or ask for a wider car, without --trim';
    terminal.result(
      answer,
      () => `Not enough data: ${reason} (found ${found}, needed ${needed}). No number is given: ${advice}.`,
    );
    return;
  }
  terminal.result(answer, () => renderCarValuation(answer, { columns: terminal.columns }));
}
