import type { FactRole } from '../market/insight.ts';
import { words } from './words.ts';

/** The words that fit a role and those that contradict it, in the clause of the figure. */
export interface RoleCues {
  readonly own: ReadonlySet<string>;
  readonly rival: ReadonlySet<string>;
  /** True where one of its own words has to be there; else it is enough that no rival stands alone. */
  readonly isNeeded: boolean;
}

const AHEAD = words(`
  expected expects expect forecast forecasts forecasted predicted predicts predict prediction projected projects
  projection outlook will would ahead next coming anticipated anticipates seen sees points foresees heading heads future
  estimated pencilled forecasting predicting target reach reaches reaching until later
`);
const NOW = words(`now today current currently presently present already`);
const PAST = words(`ago past previous previously earlier preceding since was were had been`);
const ASKED = words(`
  asks ask asked asking offered offers offer listed lists list advertised advertises wants wanted seller sellers sold
  fetched paid bid brought drew tag sticker price priced went changed changes listing
`);
const VALUED = words(`
  expected expects expectation fair model models estimate estimates estimated valuation values valued value worth
  comparable comparables market predicted similar such like implied
`);
const LOWER = words(`from between low lower bottom floor`);
const UPPER = words(`to and high upper top ceiling through`);
const of = (own: readonly string[], rival: readonly string[] = [], isNeeded = false): RoleCues => ({
  own: new Set(own),
  rival: new Set(rival),
  isNeeded,
});

/** Roles without an entry fit any words. */
export const ROLE_CUES: Readonly<Partial<Record<FactRole, RoleCues>>> = {
  now: of(
    NOW,
    AHEAD.filter((word) => !['seen', 'points', 'reach', 'reaches', 'later', 'until'].includes(word)),
  ),
  ahead: of(AHEAD, [], true),
  past: of(
    PAST,
    AHEAD.filter((word) => !['seen', 'points', 'until', 'later', 'reach'].includes(word)),
  ),
  asked: of(ASKED, VALUED),
  valued: of(
    VALUED,
    ASKED.filter((word) => !['price', 'listing', 'market'].includes(word)),
    true,
  ),
  lower: of(LOWER, [], true),
  upper: of(UPPER, [], true),
  span: of(PAST, words('next coming ahead will following future upcoming')),
  'span-ahead': of(AHEAD, words('last past previous preceding ago earlier trailing since')),
};

/** Prepositions that a date of a role may not follow. */
export const DATE_RIVALS: Readonly<Partial<Record<FactRole, RegExp>>> = {
  start: /\b(?:to|until|till|through|by|ending|ends|ended|up to|end in|on|last|latest)\s(?:in\s)?$/i,
  end: /\b(?:from|since|starting|starts|started|beginning|begins|between|earliest|first)\s(?:in\s|on\s|with\s)?$/i,
  target: /\b(?:from|since|until|starting|as of|starts|beginning|begins)\s(?:in\s|on\s)?$/i,
  day: /\b(?:from|since|after|before|ahead of|between|starting)\s$/i,
};
