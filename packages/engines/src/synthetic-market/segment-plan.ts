import type { Body } from '../market/vehicle.ts';
import type { VehicleClass } from './vehicle-class.ts';

/** One segment of the generated market: a trim of one generation. */
export interface SegmentPlan {
  readonly model: string;
  readonly generation: string;
  readonly trim: string | null;
  readonly vehicleClass: VehicleClass;
  /** First and last model year. */
  readonly modelYears: readonly [number, number];
  /** Worth of a mid-production car with typical miles at the prices of mid-2024, whole US dollars. */
  readonly price: number;
  /** Relative number of sales. */
  readonly weight: number;
  /** Share of cars with a manual gearbox. */
  readonly manualShare: number;
  /** Bodies with their shares. */
  readonly bodies: Readonly<Partial<Record<Body, number>>>;
}

type SegmentRow = readonly [
  trim: string | null,
  modelYears: readonly [number, number],
  price: number,
  weight: number,
  manualShare: number,
  bodies?: SegmentPlan['bodies'],
];

/** Builds the plans of one generation from a readable table. Bodies default to the given ones. */
export function segmentRows(
  generation: Pick<SegmentPlan, 'model' | 'generation' | 'vehicleClass' | 'bodies'>,
  rows: readonly SegmentRow[],
): readonly SegmentPlan[] {
  return rows.map(([trim, modelYears, price, weight, manualShare, bodies]) => ({
    ...generation,
    trim,
    modelYears,
    price,
    weight,
    manualShare,
    bodies: bodies ?? generation.bodies,
  }));
}
