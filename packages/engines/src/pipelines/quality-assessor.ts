import { assessDataQuality, type QualityAssessment } from '../anomalies/data-quality/assess-data-quality.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import { carKnowledge } from './car-knowledge.ts';

/**
 * Where the seconds of an assessment are spent. The default works in the calling thread; a server hands over one that works in
 * a worker thread, so that it goes on answering. The request is plain data; equal requests give equal answers.
 */
export type QualityAssessor = (request: {
  readonly rows: readonly Listing[];
  readonly asOf: IsoDate;
}) => Promise<QualityAssessment>;

/** Assesses in the calling thread, by what the taxonomy and the catalogue of options know. */
export const assessQuality: QualityAssessor = async ({ rows, asOf }) =>
  assessDataQuality(rows, { asOf, knowledge: carKnowledge() });
