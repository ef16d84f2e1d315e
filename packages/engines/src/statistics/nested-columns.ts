/**
 * Columns that lie within one another, such as a trim within its model: `parents[j]` is the column that every row of
 * column j has too, -1 where there is none. A parent stands before its children, and all entries of the columns are 1.
 */
export interface NestedColumns {
  readonly parents: Int32Array;
  /** 1 for the columns of trees. */
  readonly isNested: Uint8Array;
  /** 1 for the columns of the one tree in which a row has no more than one path. Default: there is no such tree. */
  readonly isMain?: Uint8Array;
}

interface Curvature {
  /** The nested columns, parents before children. */
  readonly order: Int32Array;
  /** What the rows of a node, and those of its children as far as their penalties let it through, say of its path. */
  readonly curvature: Float64Array;
}

function gatherCurvature(
  squares: Float64Array,
  options: { readonly penalties: Float64Array; readonly nested: NestedColumns },
): Curvature {
  const { penalties, nested } = options;
  const { parents, isNested } = nested;
  const columns: number[] = [];
  for (let j = 0; j < squares.length; j++) if (isNested[j] === 1) columns.push(j);
  const curvature = Float64Array.from(squares);
  for (const j of columns) if (parents[j]! >= 0) curvature[parents[j]!] = curvature[parents[j]!]! - squares[j]!;
  for (let k = columns.length - 1; k >= 0; k--) {
    const j = columns[k]!;
    curvature[j] = Math.max(0, curvature[j]!);
    if (parents[j]! >= 0) curvature[parents[j]!] = curvature[parents[j]!]! + inSeries(curvature[j]!, penalties[j]!);
  }
  return { order: Int32Array.from(columns), curvature };
}

/** Precision of a sum of two parts that are known with these precisions. */
function inSeries(left: number, right: number): number {
  if (left === Number.POSITIVE_INFINITY) return right;
  return left + right > 0 ? (left * right) / (left + right) : 0;
}

/**
 * Makes an exact solver of the trees alone, in two passes: a node whose rows weigh A together, penalised by p, passes the curvature
 * A p / (A + p) up to its parent, and takes its share of what is left of the path above it on the way down.
 */
export function solveNested(
  squares: Float64Array,
  options: { readonly penalties: Float64Array; readonly nested: NestedColumns },
): (vector: Float64Array, out: Float64Array) => void {
  const { penalties, nested } = options;
  const { parents } = nested;
  const { order, curvature } = gatherCurvature(squares, options);
  const pull = new Float64Array(squares.length);
  const path = new Float64Array(squares.length);
  return (vector, out) => {
    for (const j of order) pull[j] = 0;
    for (let k = order.length - 1; k >= 0; k--) {
      const j = order[k]!;
      const total = curvature[j]!;
      const stiffness = total + penalties[j]!;
      if (!(stiffness > 0)) continue;
      const parent = parents[j]!;
      if (parent >= 0) pull[parent] = pull[parent]! + pull[j]! - (total * (pull[j]! + vector[j]!)) / stiffness;
    }
    for (const j of order) {
      const parent = parents[j]!;
      const above = parent >= 0 ? path[parent]! : 0;
      const stiffness = curvature[j]! + penalties[j]!;
      const step = stiffness > 0 ? (pull[j]! + vector[j]! - curvature[j]! * above) / stiffness : 0;
      out[j] = step;
      path[j] = above + step;
    }
  };
}

/**
 * What the data say of each coefficient when nothing about the rest of its tree is taken for known: the precision of its
 * marginal distribution less its own penalty, by passing precisions up and down the trees (Pearl 1988). A parent of few
 * children is known no better than they differ, however many rows it has. Columns outside the trees keep their squares.
 */
export function nestedPrecisions(
  squares: Float64Array,
  options: { readonly penalties: Float64Array; readonly nested: NestedColumns },
): Float64Array {
  const { penalties, nested } = options;
  const { order, curvature } = gatherCurvature(squares, options);
  const precisions = Float64Array.from(squares);
  /** What is known of the path down to a node from everywhere but below it. */
  const above = new Float64Array(squares.length);
  for (const j of order) {
    const parent = nested.parents[j]!;
    const penalty = penalties[j]!;
    const own = curvature[j]!;
    const ofParent =
      parent < 0 ? Number.POSITIVE_INFINITY : curvature[parent]! - inSeries(own, penalty) + above[parent]!;
    above[j] = inSeries(Math.max(0, ofParent), penalty);
    precisions[j] = inSeries(Math.max(0, ofParent), own);
  }
  return precisions;
}
