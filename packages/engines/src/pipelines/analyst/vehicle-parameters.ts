import { z } from 'zod';

const name = z.string().trim().min(1).max(60);

/** A car or a segment in words; an absent trim or generation widens it. */
export const vehicleParameters = {
  make: name.optional().describe('Default: Porsche.'),
  model: name.describe('Model line, such as 911.'),
  generation: name.optional().describe('Such as 991.2.'),
  trim: name.optional().describe('Such as Carrera S.'),
};

/** The same, where a make as a whole can be meant: without a model line it is. */
export const segmentParameters = {
  ...vehicleParameters,
  model: name.optional().describe('Model line, such as 911. Absent: all cars of the make.'),
};

type Names<Model> = {
  readonly make?: string | undefined;
  readonly model: Model;
  readonly generation?: string | undefined;
  readonly trim?: string | undefined;
};

/** Names of a car or a segment, in the words of a person; without those that are not there. */
export interface GivenNames {
  readonly make?: string;
  readonly generation?: string;
  readonly trim?: string;
}

/** The words that are there. */
export function segmentWords(given: Names<string>): GivenNames & { readonly model: string };
export function segmentWords(given: Partial<Names<string | undefined>>): GivenNames & { readonly model?: string };
export function segmentWords(given: Partial<Names<string | undefined>>): GivenNames & { readonly model?: string } {
  const { make, model, generation, trim } = given;
  return {
    ...(model === undefined ? {} : { model }),
    ...(make === undefined ? {} : { make }),
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
  };
}
