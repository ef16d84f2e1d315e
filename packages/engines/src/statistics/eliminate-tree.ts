import { choleskyFactor, choleskySolve } from './cholesky.ts';

/** A tree of columns, parents before children, and a block of further columns that the rows of the tree may have. */
export interface TreeSystem {
  /** Column of each node. */
  readonly columns: Int32Array;
  /** Node of the parent of each node, -1 for none. */
  readonly parents: Int32Array;
  /** Weight of the rows that end in each node. */
  readonly weights: Float64Array;
  /** Penalty of each node. */
  readonly penalties: Float64Array;
  /** Columns of the block. */
  readonly blockColumns: readonly number[];
  /** The block's own part of the system, row after row, penalties included; the lower half is read, and changed in place. */
  readonly block: Float64Array;
  /** What the rows that end in a node have in the columns of the block, weighted, node after node; changed in place. */
  readonly cross: Float64Array;
}

/** Share of its rows' weight in the stiffness of a node below which it is not worth being solved together with the block. */
const LOOSE = 0.1;

/**
 * Solves a tree and a block of other columns together, by elimination from the leaves upwards: the sum u of the coefficients
 * from the root down to a node whose rows weigh A together, and whose penalty is p, is (p u_parent + r - c'd) / (A + p) for
 * the coefficients d of the block; it leaves a curvature A p / (A + p) and a cross part c p / (A + p) to its parent and
 * -c c' / (A + p) to the block. Nodes that their few rows hardly hold (A below a ninth of p) count as their parents here and
 * are solved alone, so that the answer is exact but for them, and always that of a positive definite system.
 */
export function eliminateTree(system: TreeSystem): (vector: Float64Array, out: Float64Array) => void {
  const { columns, parents, penalties, blockColumns, block, cross } = system;
  const size = blockColumns.length;
  const count = columns.length;
  const curvature = Float64Array.from(system.weights);
  const stiffness = new Float64Array(count);
  const isHeld = new Uint8Array(count);
  /** Entries of node m: from `ends[m + 1]` to `ends[m]`. */
  const ends = new Int32Array(count + 1);
  const entries = createEntries(8 * count + size);
  const places = new Int32Array(size);
  for (let m = count - 1; m >= 0; m--) {
    const parent = parents[m]!;
    const penalty = penalties[m]!;
    const total = curvature[m]! + penalty;
    stiffness[m] = total;
    ends[m] = entries.length;
    if (!(total > 0)) continue;
    if (parent < 0 || curvature[m]! >= LOOSE * total) isHeld[m] = 1;
    if (parent >= 0 && isHeld[m] === 1) isHeld[parent] = 1;
    const share = isHeld[m] === 1 ? penalty / total : 1;
    const from = m * size;
    let found = 0;
    for (let k = 0; k < size; k++) if (cross[from + k] !== 0) places[found++] = k;
    if (parent >= 0) {
      curvature[parent] = curvature[parent]! + curvature[m]! * share;
      const above = parent * size;
      for (let a = 0; a < found; a++) {
        const k = places[a]!;
        cross[above + k] = cross[above + k]! + share * cross[from + k]!;
      }
    }
    if (isHeld[m] === 0) continue;
    for (let a = 0; a < found; a++) {
      const k = places[a]!;
      entries.push(k, cross[from + k]!);
      const scaled = cross[from + k]! / total;
      for (let b = 0; b <= a; b++) {
        const at = k * size + places[b]!;
        block[at] = block[at]! - scaled * cross[from + places[b]!]!;
      }
    }
    ends[m] = entries.length;
  }
  const factor = choleskyFactor(block, size);
  const { places: entryPlaces, values } = entries.finish();
  const sums = new Float64Array(count);
  const part = new Float64Array(size);
  return (vector, out) => {
    for (let k = 0; k < size; k++) part[k] = vector[blockColumns[k]!]!;
    for (let m = 0; m < count; m++) sums[m] = vector[columns[m]!]!;
    // The right side of a column is that of all rows below it; that of the rows which end in a node is what its children leave.
    for (let m = 0; m < count; m++) if (parents[m]! >= 0) sums[parents[m]!] = sums[parents[m]!]! - vector[columns[m]!]!;
    for (let m = count - 1, k = 0; m >= 0; m--) {
      const parent = parents[m]!;
      const total = stiffness[m]!;
      if (isHeld[m] === 0) {
        if (parent >= 0) sums[parent] = sums[parent]! + sums[m]!;
        continue;
      }
      const value = sums[m]! / total;
      if (parent >= 0) sums[parent] = sums[parent]! + penalties[m]! * value;
      for (const end = ends[m]!; k < end; k++) part[entryPlaces[k]!] = part[entryPlaces[k]!]! - values[k]! * value;
    }
    choleskySolve(factor, part);
    for (let m = 0; m < count; m++) {
      const above = parents[m]! < 0 ? 0 : sums[parents[m]!]!;
      const total = stiffness[m]!;
      if (isHeld[m] === 0) {
        out[columns[m]!] = total > 0 ? vector[columns[m]!]! / total : 0;
        sums[m] = above;
        continue;
      }
      let sum = sums[m]! + penalties[m]! * above;
      for (let k = ends[m + 1]!; k < ends[m]!; k++) sum -= values[k]! * part[entryPlaces[k]!]!;
      sums[m] = sum / total;
      out[columns[m]!] = sums[m]! - above;
    }
    for (let k = 0; k < size; k++) out[blockColumns[k]!] = part[k]!;
  };
}

/** A list of places and values that grows. */
function createEntries(capacity: number): {
  readonly length: number;
  push(place: number, value: number): void;
  finish(): { readonly places: Int32Array; readonly values: Float64Array };
} {
  let places = new Int32Array(capacity);
  let values = new Float64Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (place, value) => {
      if (length === places.length) {
        const [former, formerValues] = [places, values];
        places = new Int32Array(2 * length + 1);
        values = new Float64Array(2 * length + 1);
        places.set(former);
        values.set(formerValues);
      }
      places[length] = place;
      values[length++] = value;
    },
    finish: () => ({ places: places.subarray(0, length), values: values.subarray(0, length) }),
  };
}
