/** A computation under way in this process. */
export interface Flight<Result> {
  readonly tags: readonly string[];
  readonly startedAt: number;
  /** What it comes to. */
  readonly landing: Promise<Result>;
  /** True once what it rests on was thrown away: it answers those who wait and is not stored. */
  readonly isInvalidated: boolean;
}

/** The computations under way in this process, one a key. */
export interface Flights<Result> {
  get(key: string): Flight<Result> | undefined;
  /** Starts one, in the place of one that is under way under this key. */
  start(
    key: string,
    options: {
      readonly tags: readonly string[];
      readonly startedAt: number;
      readonly work: (flight: Flight<Result>) => Promise<Result>;
    },
  ): Flight<Result>;
  /** Takes the meant ones out, so that the next question starts anew. */
  invalidate(isMeant: (key: string, flight: Flight<Result>) => boolean): void;
}

export function createFlights<Result>(): Flights<Result> {
  const underWay = new Map<string, { -readonly [Field in keyof Flight<Result>]: Flight<Result>[Field] }>();
  return {
    get: (key) => underWay.get(key),
    start(key, { tags, startedAt, work }) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const flight = { tags, startedAt, landing: promise, isInvalidated: false };
      underWay.set(key, flight);
      flight.landing = promise.finally(() => {
        if (underWay.get(key) === flight) underWay.delete(key);
      });
      work(flight).then(resolve, reject);
      return flight;
    },
    invalidate(isMeant) {
      for (const [key, flight] of underWay) {
        if (!isMeant(key, flight)) continue;
        flight.isInvalidated = true;
        underWay.delete(key);
      }
    },
  };
}
