import { type MarketScope, marketKey, type NotEnoughData, type UnknownVehicle } from '@pa/engines';
import { ApiError } from './api-error.ts';

/** The 422 for a request that is fine but that the evidence or the taxonomy cannot answer. */
export function refusal(result: NotEnoughData | UnknownVehicle): ApiError {
  if (result.status === 'unknown-vehicle') {
    return new ApiError(422, { code: 'UNKNOWN_VEHICLE', message: result.reason, candidates: [...result.candidates] });
  }
  const { reason, found, needed } = result;
  return new ApiError(422, { code: 'NOT_ENOUGH_DATA', message: `Not enough data: ${reason}.`, found, needed });
}

/** The 422 where a market has no sales, or where nothing is stored at all. */
export function noSales(market: MarketScope | undefined): ApiError {
  return refusal({
    status: 'not-enough-data',
    reason:
      market === undefined ? 'no sales are stored yet' : `no sales are stored for the market ${marketKey(market)}`,
    found: 0,
    needed: 1,
  });
}

/** A part that the host wired in; the 503 where it did not. */
export function configured<Part>(part: Part | undefined, name: string): Part {
  if (part !== undefined) return part;
  throw new ApiError(503, {
    code: 'NOT_CONFIGURED',
    message: `This server keeps no ${name}: give createApi the dependency "${name}".`,
  });
}

/** The 404 for an id that no store holds. */
export function notFound(what: string, id: string): ApiError {
  return new ApiError(404, { code: 'NOT_FOUND', message: `No ${what} has the id ${id}: check it against the list.` });
}
