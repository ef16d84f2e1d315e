import { createRandom, type Random } from '../src/statistics/random.ts';
import type { LabelledStream } from './stream-scoring.ts';

type Draw = (random: Random, length: number) => { readonly values: number[]; readonly at: readonly number[] };

const WINDOW_SHARE = 0.1;

/** Places of `count` events after the first fifth, apart from each other. */
function places(random: Random, length: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const room = (length * 0.75) / count;
    return Math.floor(length * 0.2 + index * room + random.uniform() * room * 0.6);
  });
}

const rows = (length: number, make: (row: number) => number): number[] => Array.from({ length }, (_, row) => make(row));

/** Streams of the kinds that operators watch: cloud metrics, counts of rides and messages, roads, advertising, machines. */
const KINDS: Readonly<Record<string, Draw>> = {
  'processor, level shift': (random, length) => {
    const at = places(random, length, 1);
    const base = 5 + 40 * random.uniform();
    const values = rows(
      length,
      (row) =>
        base +
        (row >= at[0]! ? 0.35 * base : 0) +
        0.04 * base * random.normal() +
        (random.uniform() < 0.01 ? 0.3 * base : 0),
    );
    return { values, at };
  },
  'processor, short spikes': (random, length) => {
    const at = places(random, length, 2);
    const base = 2 + random.uniform();
    const values = rows(
      length,
      (row) =>
        base +
        0.1 * random.normal() +
        (row % 288 < 3 ? 1 : 0) +
        (at.some((place) => row >= place && row < place + 6) ? 25 : 0),
    );
    return { values, at };
  },
  'network, bursts': (random, length) => {
    const at = places(random, length, 2);
    const values = rows(length, (row) =>
      Math.exp(
        12 +
          0.6 * random.normal() +
          (random.uniform() < 0.02 ? 3 : 0) +
          (at.some((place) => row >= place && row < place + 40) ? 3.5 : 0),
      ),
    );
    return { values, at };
  },
  'requests, daily': (random, length) => {
    const at = places(random, length, 2);
    const values = rows(length, (row) =>
      Math.max(
        0,
        Math.round(
          60 +
            50 * Math.sin((2 * Math.PI * row) / 288) +
            18 * random.studentT(4) +
            (at.some((place) => row >= place && row < place + 20) ? 260 : 0),
        ),
      ),
    );
    return { values, at };
  },
  'disk, mostly nothing': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(
      length,
      (row) =>
        (random.uniform() < 0.06 ? 1e6 * random.uniform() : 0) +
        (row >= at[0]! && row < at[0]! + 120 ? 9e6 * random.uniform() : 0),
    );
    return { values, at };
  },
  'rides, half-hourly weeks': (random, length) => {
    const at = places(random, length, 4);
    const day = (row: number): number =>
      15_000 + 9_000 * Math.sin((2 * Math.PI * (row - 14)) / 48) + 3_500 * Math.sin((4 * Math.PI * row) / 48);
    const values = rows(length, (row) => {
      const weekend = Math.floor(row / 48) % 7 >= 5 ? 0.85 : 1;
      const event = at.findIndex((place) => row >= place && row < place + 48);
      return Math.max(10, day(row) * weekend * (event < 0 ? 1 : event % 2 === 0 ? 0.45 : 1.45) + 700 * random.normal());
    });
    return { values, at };
  },
  'daily, one flat day': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(length, (row) => {
      const isFlat = row >= at[0]! && row < at[0]! + 288;
      return 20 + (isFlat || row % 288 < 108 || row % 288 > 216 ? 0 : 60) + (isFlat ? 0 : 0) + 4 * random.uniform();
    });
    return { values, at };
  },
  'daily, jump of the peak': (random, length) => {
    const at = places(random, length, 1);
    const start = Math.floor(at[0]! / 288) * 288 + 108;
    const values = rows(
      length,
      (row) =>
        20 +
        (row % 288 >= 108 && row % 288 <= 216 ? (row >= start && row < start + 110 ? 110 : 60) : 0) +
        4 * random.uniform(),
    );
    return { values, at: [start] };
  },
  'spikes, closer together': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(
      length,
      (row) =>
        20 +
        3 * random.uniform() +
        (row >= at[0]! && row < at[0]! + 250 ? (row % 12 === 0 ? 60 : 0) : row % 97 === 0 ? 60 : 0),
    );
    return { values, at };
  },
  'advertising, cost': (random, length) => {
    const at = places(random, length, 2);
    const values = rows(length, (row) =>
      Math.max(
        0.01,
        0.4 +
          0.1 * Math.sin((2 * Math.PI * row) / 24) +
          0.05 * random.studentT(3) +
          (at.some((place) => row >= place && row < place + 4) ? 1.1 : 0),
      ),
    );
    return { values, at };
  },
  'road, speed': (random, length) => {
    const at = places(random, length, 2);
    let level = 70;
    const values = rows(length, (row) => {
      level += 0.2 * (70 - level) + 2.5 * random.normal();
      return Math.round(at.some((place) => row >= place && row < place + 25) ? level * 0.4 : level);
    });
    return { values, at };
  },
  'road, travel time': (random, length) => {
    const at = places(random, length, 2);
    const values = rows(length, (row) =>
      Math.round(
        Math.exp(
          5 +
            0.35 * random.normal() +
            0.2 * Math.sin((2 * Math.PI * row) / 140) +
            (random.uniform() < 0.01 ? 1.2 : 0) +
            (at.some((place) => row >= place && row < place + 20) ? 1.8 : 0),
        ),
      ),
    );
    return { values, at };
  },
  'messages, counts': (random, length) => {
    const at = places(random, length, 3);
    const values = rows(length, (row) =>
      Math.round(
        Math.exp(
          2 +
            0.7 * Math.sin((2 * Math.PI * row) / 288) +
            0.5 * random.normal() +
            (random.uniform() < 0.003 ? 1.5 : 0) +
            (at.some((place) => row >= place && row < place + 15) ? 3 : 0),
        ),
      ),
    );
    return { values, at };
  },
  'machine, slow wander then fall': (random, length) => {
    const at = places(random, length, 2);
    let level = 85;
    const values = rows(length, (row) => {
      level += 0.01 * (85 - level) + 0.5 * random.normal();
      const event = at.find((place) => row >= place && row < place + 200);
      return event === undefined ? level : level - 45 * Math.min(1, (row - event) / 40);
    });
    return { values, at };
  },
  'spread, four times': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(length, (row) => 50 + (row >= at[0]! && row < at[0]! + 300 ? 12 : 3) * random.normal());
    return { values, at };
  },
  'drift after quiet': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(length, (row) => 40 + 2 * random.normal() + Math.max(0, Math.min(30, (row - at[0]!) * 0.05)));
    return { values, at };
  },
  'season, twice as fast': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(
      length,
      (row) =>
        50 +
        20 * Math.sin((2 * Math.PI * row) / (row >= at[0]! && row < at[0]! + 400 ? 72 : 144)) +
        2 * random.normal(),
    );
    return { values, at };
  },
  'missing and stuck': (random, length) => {
    const at = places(random, length, 1);
    const values = rows(length, (row) =>
      random.uniform() < 0.02
        ? Number.NaN
        : row >= at[0]! && row < at[0]! + 200
          ? 55
          : 50 + 6 * random.normal() + 10 * Math.sin((2 * Math.PI * row) / 200),
    );
    return { values, at };
  },
  'nothing odd, noise': (random, length) => ({ values: rows(length, () => 30 + 3 * random.normal()), at: [] }),
  'nothing odd, daily': (random, length) => ({
    values: rows(length, (row) => 20 + (row % 288 > 107 && row % 288 < 217 ? 60 : 0) + 4 * random.uniform()),
    at: [],
  }),
};

/** Every kind `copies` times, each with other events, levels and noise. Windows share a tenth of a stream. */
export function plantedStreams(copies: number, seed = 1): readonly LabelledStream[] {
  return Object.entries(KINDS).flatMap(([name, draw], kind) =>
    Array.from({ length: copies }, (_, copy) => {
      const random = createRandom(seed + kind * 101 + copy);
      const length = copy % 3 === 2 ? 1_700 : 4_032;
      const { values, at } = draw(random, length);
      const half = Math.floor((WINDOW_SHARE * length) / Math.max(1, at.length) / 2);
      return {
        name,
        values,
        windows: at.map((place): readonly [number, number] => [
          Math.max(0, place - half),
          Math.min(length - 1, place + half),
        ]),
      };
    }),
  );
}
