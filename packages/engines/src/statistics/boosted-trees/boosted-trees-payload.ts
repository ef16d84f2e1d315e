import { z } from 'zod';

/** Version of the stored form. */
export const TREES_VERSION = 'boosted-trees-1';

const integers = z.array(z.number().int());

/** Boosted trees as plain JSON. Node arrays run over all trees, one after the other. */
export const treesPayload = z.object({
  version: z.literal(TREES_VERSION),
  features: z.array(
    z.discriminatedUnion('kind', [
      z.object({ name: z.string(), kind: z.literal('numeric') }),
      /** The codes told apart; any other one counts as missing, as it did when the trees were grown. */
      z.object({ name: z.string(), kind: z.literal('categorical'), codes: z.array(z.number().int().min(0)).max(254) }),
    ]),
  ),
  base: z.number(),
  /** First node of each tree. */
  roots: integers,
  /** Feature of a node; -1 is a leaf. */
  feature: integers,
  /** Bound of a numeric split (not above it goes left), position in `sets` of a categorical one, value of a leaf. */
  value: z.array(z.number()),
  /** The left child; the right one follows it. 0 for a leaf. */
  left: integers,
  /** 1 where missing values go left. */
  missingLeft: integers,
  /** Codes that go left, for each categorical split. */
  sets: z.array(integers),
});

export type TreesPayload = z.infer<typeof treesPayload>;
