import { choleskyFactor } from './whitening.ts';

const DIMENSION = 19;
const NEIGHBOURS = 27;
/** Shapes that are compared with, and as many later ones whose distances say what is usual. */
const MEMORY = 600;
const LEAST_MEMORY = 80;
const REFIT_EVERY = 300;

/**
 * How unusual the shape of the last 19 values is among the shapes of the past: the distance to its 27 nearest neighbours in
 * whitened space, as a share of earlier shapes that lay nearer to theirs (KNN-CAD: Burnaev and Ishimtsev 2016). The past
 * slides: what lasts becomes usual.
 */
export class ConformalNeighbours {
  readonly #recent: number[] = [];
  #training: Float64Array[] = [];
  #white: Float64Array[] = [];
  readonly #calibration: Float64Array[] = [];
  readonly #distances: number[] = [];
  #count = 0;
  #whiten: (shape: Float64Array) => Float64Array = (shape) => shape;

  /** The share of earlier shapes that were more usual, in [0, 1]; 0 while there are too few. */
  next(value: number): number {
    this.#recent.push(value);
    if (this.#recent.length > DIMENSION) this.#recent.shift();
    if (this.#recent.length < DIMENSION) return 0;
    const shape = Float64Array.from(this.#recent);
    this.#count++;
    if (this.#training.length < LEAST_MEMORY) {
      this.#training.push(shape);
      return 0;
    }
    if (this.#count % REFIT_EVERY === LEAST_MEMORY + 1 || this.#white.length === 0) this.#refit();
    const white = this.#whiten(shape);
    const distance = this.#distance(white);
    let nearer = 0;
    for (const known of this.#distances) if (known < distance) nearer++;
    const share = this.#distances.length === 0 ? 0 : nearer / this.#distances.length;
    this.#calibration.push(shape);
    this.#distances.push(distance);
    // Until the memory is full half of the shapes are compared with and half calibrate.
    if (this.#training.length < MEMORY) {
      if (this.#calibration.length > this.#training.length) this.#learn(this.#calibration.shift()!);
    } else if (this.#calibration.length > MEMORY) {
      this.#training.shift();
      this.#white.shift();
      this.#learn(this.#calibration.shift()!);
    }
    if (this.#distances.length > MEMORY) this.#distances.shift();
    return share;
  }

  #learn(shape: Float64Array): void {
    this.#training.push(shape);
    this.#white.push(this.#whiten(shape));
  }

  #refit(): void {
    this.#whiten = choleskyFactor(this.#training);
    this.#white = this.#training.map((shape) => this.#whiten(shape));
    if (this.#distances.length === 0) {
      for (const white of this.#white) this.#distances.push(this.#distance(white, 1));
    }
  }

  #distance(white: Float64Array, own = 0): number {
    const wanted = Math.min(NEIGHBOURS + own, this.#white.length);
    const nearest = new Float64Array(wanted).fill(Number.POSITIVE_INFINITY);
    for (const other of this.#white) {
      const limit = nearest[wanted - 1]!;
      let sum = 0;
      for (let place = 0; place < DIMENSION && sum < limit; place++) {
        const apart = white[place]! - other[place]!;
        sum += apart * apart;
      }
      if (sum >= limit) continue;
      let place = wanted - 1;
      while (place > 0 && nearest[place - 1]! > sum) {
        nearest[place] = nearest[place - 1]!;
        place--;
      }
      nearest[place] = sum;
    }
    let total = 0;
    for (const sum of nearest) total += sum;
    return total;
  }
}
