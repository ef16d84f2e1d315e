import { resolveSegment, type UnresolvedSegment } from '@pa/engines';
import type { UnknownVehicle } from '../ports/price-predictor.ts';

/** Words of a person for a car. */
export interface VehicleWords {
  readonly make?: string | undefined;
  readonly model: string;
  readonly generation?: string | undefined;
  readonly trim?: string | undefined;
}

/** The same without members that are not given. */
export interface CanonicalWords {
  readonly status: 'ok';
  readonly make?: string;
  readonly model: string;
  readonly generation?: string;
  readonly trim?: string;
}

/**
 * Puts words into the spelling that segments are named with: `Porsche 911 gt3` becomes model `911`, trim `GT3`. Words
 * that the taxonomy cannot place are handed on as they are, for the stored segments may know them; only a model that
 * means several is refused here.
 */
export function canonicalWords(words: VehicleWords): CanonicalWords | UnknownVehicle {
  const resolved = resolveSegment(words);
  if (resolved.status === 'resolved') {
    const { make, model, generation, trim } = resolved;
    return given({ make, model, generation: generation ?? undefined, trim: trim ?? undefined });
  }
  return isAboutModel(resolved, words) ? several(resolved) : given(words);
}

/** The canonical names of the models that words may mean; the words themselves where the taxonomy knows none. */
export function modelNames(model: string): readonly string[] {
  const resolved = resolveSegment({ model });
  if (resolved.status === 'resolved') return [resolved.model];
  return resolved.status === 'ambiguous' && resolved.field === 'model' ? resolved.candidates : [model];
}

/** `718` means two models, `997` two generations without a model: no stored segment bears such a name. */
function isAboutModel(resolved: UnresolvedSegment, words: VehicleWords): boolean {
  if (resolved.status !== 'ambiguous') return false;
  return resolved.field === 'model' || (resolved.field === 'generation' && words.generation === undefined);
}

function several({ field, given: word, candidates }: UnresolvedSegment): UnknownVehicle {
  return {
    status: 'unknown-vehicle',
    reason: `The ${field} "${word}" means several: ask for one of ${candidates.join(', ')}.`,
    candidates,
  };
}

function given({ make, model, generation, trim }: VehicleWords): CanonicalWords {
  return {
    status: 'ok',
    model,
    ...(make === undefined ? {} : { make }),
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
  };
}
