import { createStores } from '@pa/db';
import { MarketAnalysisEngine, type NotEnoughData, type UnknownVehicle } from '@pa/engines';
import { withDatabase } from '../../composition/with-database.ts';
import { CommandError } from '../../errors.ts';
import type { CommandContext } from '../command-context.ts';

/** The words for a segment, as every command takes them. */
export interface SegmentOptions {
  readonly model: string;
  readonly trim?: string;
  readonly generation?: string;
  readonly make?: string;
  readonly asOf?: string;
}

/** The request without the options that were left out. */
export function segmentRequest({ model, trim, generation, make, asOf }: SegmentOptions) {
  return {
    model,
    ...(trim === undefined ? {} : { trim }),
    ...(generation === undefined ? {} : { generation }),
    ...(make === undefined ? {} : { make }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Asks the engine over the database of the settings. */
export function askEngine<Answer>(
  { settings, now }: CommandContext,
  ask: (engine: MarketAnalysisEngine) => Promise<Answer>,
): Promise<Answer> {
  return withDatabase(settings, (database) => ask(new MarketAnalysisEngine({ stores: createStores(database), now })));
}

/** Says that the evidence is too thin; a vehicle that nobody knows is an error. True where there is nothing to show. */
export function showRefusal<Answer extends { readonly status: string }>(
  { terminal }: CommandContext,
  answer: Answer | NotEnoughData | UnknownVehicle,
): answer is NotEnoughData | UnknownVehicle {
  if (answer.status === 'unknown-vehicle') throw new CommandError('UNKNOWN_VEHICLE', (answer as UnknownVehicle).reason);
  if (answer.status !== 'not-enough-data') return false;
  const { reason, found, needed } = answer as NotEnoughData;
  terminal.result(answer, () => `Not enough data: ${reason} (found ${found}, needed ${needed}).`);
  return true;
}
