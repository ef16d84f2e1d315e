import { z } from 'zod';

const name = z.string().trim().min(1).max(60);

/** A car or a segment in words; an absent trim or generation widens it. */
export const vehicleParameters = {
  make: name.optional().describe('Default: Porsche.'),
  model: name.describe('Model line, such as 911.'),
  generation: name.optional().describe('Such as 991.2.'),
  trim: name.optional().describe('Such as Carrera S.'),
};

/** Names of a car or a segment, in the words of a person. */
export interface GivenNames {
  readonly make?: string;
  readonly model: string;
  readonly generation?: string;
  readonly trim?: string;
}

/** The words that are there. */
export function segmentWords(given: {
  readonly make?: string | undefined;
  readonly model: string;
  readonly generation?: string | undefined;
  readonly trim?: string | undefined;
}): GivenNames {
  const { make, model, generation, trim } = given;
  return {
    model,
    ...(make === undefined ? {} : { make }),
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
  };
}
