/** The segments of many cars as numbers, depth by depth from the make down. */
export interface SegmentTable {
  /** Names of the segments of each depth. */
  readonly names: readonly (readonly string[])[];
  /** Position of each car's segment among the names of each depth; -1 where its path ends before. */
  readonly ids: readonly Int32Array[];
}

/** Numbers the segments of cars in the order of first appearance; `depthCount` levels are read of each path. */
export function segmentTable(
  cars: readonly { readonly segments: readonly string[] }[],
  options: { readonly depthCount: number },
): SegmentTable {
  const depths = Array.from({ length: options.depthCount }, (_, depth) => {
    const positions = new Map<string, number>();
    const ids = Int32Array.from(cars, ({ segments }) => {
      const name = segments[depth];
      if (name === undefined) return -1;
      const known = positions.get(name);
      if (known !== undefined) return known;
      positions.set(name, positions.size);
      return positions.size - 1;
    });
    return { names: [...positions.keys()], ids };
  });
  return { names: depths.map(({ names }) => names), ids: depths.map(({ ids }) => ids) };
}
