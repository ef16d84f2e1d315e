import { AnomalyExplainer, CarValuer, dayOfInstant, type IsoDate, type MarketScope, marketKey } from '@pa/engines';
import type { Context } from 'hono';
import type { ApiDependencies } from './api-dependencies.ts';
import type { ApiEnvironment } from './http/api-environment.ts';
import { ApiError } from './http/api-error.ts';
import { cacheControl, type Freshness } from './http/cache-control.ts';
import { type MarketCensus, takeCensus } from './market/market-census.ts';
import { createRecentAnswers } from './market/recent-answers.ts';
import type { SingleCarValuer } from './ports/car-valuer.ts';

/** What the routes work with: the dependencies, and a few questions that several of them ask. */
export interface ApiContext {
  readonly dependencies: ApiDependencies;
  readonly now: () => number;
  readonly newId: () => string;
  readonly anomalyExplainer: AnomalyExplainer;
  readonly carValuer: SingleCarValuer;
  /** The UTC day of the clock. */
  today(): IsoDate;
  /** Day of the last complete daily run, `null` before the first. */
  lastRunOn(): Promise<IsoDate | null>;
  /** Counts of every market as of today, most sales first; kept for a while. */
  censuses(): Promise<readonly MarketCensus[]>;
  /** The market that was asked for, else the one with the most sales, else `null`. */
  censusOf(market: MarketScope | undefined): Promise<MarketCensus | null>;
  /** Forgets counts after rows were written here. */
  forgetCounts(): void;
  cacheControl(freshness: Freshness): string;
  /** Who is written down for a change: the name of the sign-in, else that there is none. */
  actor(c: Context<ApiEnvironment>): string;
  /** Notes the use of a feature. A log that fails is reported and never fails the request. */
  recordUse(
    name: string,
    properties: Readonly<Record<string, string | number | boolean | null>>,
    origin: { readonly requestId: string; readonly path: string },
  ): Promise<void>;
  /** The day to compute for: the one asked for, else the last run, else today. A day to come is refused. */
  computationDay(asked: IsoDate | undefined): Promise<IsoDate>;
  reportError(error: unknown, origin: { readonly requestId: string; readonly path: string }): void;
}

/** The run and its last step, whose completion means that a day's analysis is whole. */
const DAILY_RUN = { run: 'daily', step: 'notify' } as const;
/** Counting reads every row: it is done again when the number of rows or the last run changed, or after this time. */
const DEFAULT_CENSUS_AGE_MS = 600_000;
const STATE_AGE_MS = 5_000;
/** Who acts where nobody signs in. */
export const NO_SIGN_IN = 'admin (no sign-in)';

/** Fills in the defaults of the dependencies. */
export function createApiContext(dependencies: ApiDependencies): ApiContext {
  const {
    stores,
    now = Date.now,
    newId = () => crypto.randomUUID(),
    censusAgeMs = DEFAULT_CENSUS_AGE_MS,
  } = dependencies;
  const recent = createRecentAnswers<readonly MarketCensus[]>({ now, maximumAgeMs: censusAgeMs, capacity: 2 });
  const states = createRecentAnswers<string>({ now, maximumAgeMs: STATE_AGE_MS, capacity: 1 });
  const today = () => dayOfInstant(now());

  const reportError: ApiContext['reportError'] = (error, origin) => {
    if (dependencies.onError !== undefined) dependencies.onError(error, origin);
    else console.error(`request ${origin.requestId} to ${origin.path} failed`, error);
  };
  const lastRunOn = () => stores.runs.lastCompleted(DAILY_RUN);
  const stateOfData = () =>
    states.get('state', async () => `${await stores.listings.count()} rows, run of ${await lastRunOn()}`);
  const censuses = async () => {
    const asOf = today();
    return recent.get(`${asOf}, ${await stateOfData()}`, async () => {
      const taken: MarketCensus[] = [];
      for (const market of await stores.marketData.markets({ asOf })) {
        taken.push(await takeCensus(stores.marketData, { market, asOf }));
      }
      return taken.sort((left, right) => right.saleCount - left.saleCount);
    });
  };

  return {
    dependencies,
    now,
    newId,
    anomalyExplainer: new AnomalyExplainer({ stores, now }),
    carValuer: dependencies.carValuer ?? new CarValuer({ stores, now }),
    today,
    lastRunOn,
    censuses,
    async censusOf(market) {
      const taken = await censuses();
      if (market === undefined) return taken[0] ?? null;
      return taken.find((census) => marketKey(census.market) === marketKey(market)) ?? null;
    },
    forgetCounts() {
      states.clear();
      recent.clear();
    },
    cacheControl: (freshness) => cacheControl(freshness, { shared: dependencies.authorize === undefined }),
    actor: (c) => c.get('actor') ?? NO_SIGN_IN,
    async recordUse(name, properties, origin) {
      try {
        await stores.events.append({ id: newId(), name, occurredAt: now(), properties });
      } catch (error) {
        reportError(error, origin);
      }
    },
    async computationDay(asked) {
      if (asked === undefined) return (await lastRunOn()) ?? today();
      if (asked > today()) {
        const field = { path: 'query.asOf', message: `must not be later than today, ${today()}` };
        throw new ApiError(400, {
          code: 'VALIDATION_FAILED',
          message: `The request is not valid: ${field.path} ${field.message}.`,
          fields: [field],
        });
      }
      return asked;
    },
    reportError,
  };
}
