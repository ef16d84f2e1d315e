import type { WritingOptions, WrittenInsight } from '../../insights/written-insight.ts';
import type { InsightType } from '../../market/insight.ts';
import type { SegmentId } from '../../market/segment.ts';
import type { Vehicle } from '../../market/vehicle.ts';

/** Something that an engine found and that is worth a text. */
export interface Finding {
  readonly type: InsightType;
  /** The names that it is about, joined: two findings of one subject are the same news. */
  readonly subject: string;
  readonly write: (writing: WritingOptions) => Promise<WrittenInsight>;
}

/** Says what a segment is called, in the spelling of its predictions where there are some. */
export type SegmentNames = (segment: SegmentId) => Promise<Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>>;
