import { MARKET_LEVEL } from '../hedonic-model.ts';

/** Under which adjustment a contribution of the valuation is told. */
const NAMES: Readonly<Record<string, string>> = {
  [MARKET_LEVEL]: 'time',
  segment: 'model and trim',
  'model year': 'age',
  region: 'region and seller',
  seller: 'region and seller',
};

/** What a sale fetched beyond or below its own value. */
export const UNEXPLAINED = 'unexplained';

/** What a chassis number tells of the kind of car beyond its trim. */
export const CHASSIS_NUMBER = 'chassis number';

/** The adjustment a contribution belongs to: its own name where no other is told. */
export function adjustmentName(contribution: string): string {
  return NAMES[contribution] ?? contribution;
}
