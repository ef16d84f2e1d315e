import type { IsoDate } from '../../../market/calendar.ts';
import type { TimeHorizon } from '../../../market/price-prediction.ts';
import { MONTHS } from './month-words.ts';

/** How many months ahead a text looks; `null` where it does not say. */
export function readMonthsAhead(text: string, { asOf }: { readonly asOf: IsoDate }): number | null {
  return monthsAhead(text, asOf);
}

/** How far ahead a text looks, as the nearest horizon that is predicted; `null` where it does not say. */
export function readHorizon(text: string, { asOf }: { readonly asOf: IsoDate }): TimeHorizon | null {
  const months = monthsAhead(text, asOf);
  if (months === null) return null;
  if (months <= 2) return '1m';
  if (months <= 4) return '3m';
  return months <= 9 ? '6m' : '1y';
}

function monthsAhead(text: string, asOf: IsoDate): number | null {
  const counted =
    /\b(\d+)[ -]?(months?|mos?|m|years?|yrs?|y|quarters?|weeks?|days?)\b(?!\s*(?:ago|old))/.exec(text) ??
    /\b(?:next|coming|following) (1 )?(month|year|quarter|week)\b/.exec(text);
  if (counted !== null) {
    const count = Number(counted[1] ?? 1);
    const unit = counted[2] ?? 'month';
    const perUnit = unit.startsWith('y')
      ? 12
      : unit.startsWith('q')
        ? 3
        : unit.startsWith('w')
          ? 0.25
          : unit.startsWith('d')
            ? 1 / 30
            : 1;
    return count * perUnit;
  }
  if (/\b(?:1 year|year from now|year ahead|year out|by next year|this time next year|annual)\b/.test(text)) return 12;
  const yearEnd =
    /\b(?:(?:the )?(?:end|close) of (?:the |this )?(?:calendar )?(next )?year|(?:this )?year'?[ -]?end|(?:by|until|at|for|before) (?:christmas|xmas|new year))\b/.exec(
      text,
    );
  if (yearEnd !== null) return 12 - Number(asOf.slice(5, 7)) + (yearEnd[1] === undefined ? 0 : 12) || 12;
  if (/\b(?:next|coming) (?:spring|summer|fall|autumn|winter)\b/.test(text)) return 6;
  const month =
    /\b(?:by|until|in|for|come|end of) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (20\d\d))?\b/.exec(
      text,
    );
  if (month !== null) {
    const [year = 0, now = 1] = asOf.split('-').map(Number);
    const target = MONTHS.indexOf(month[1] ?? '') + 1;
    const ahead =
      month[2] === undefined ? (target - now + 12) % 12 || 12 : (Number(month[2]) - year) * 12 + target - now;
    return ahead > 0 ? ahead : null;
  }
  const year = /\b(?:by|until|in|end of|for) (20\d\d)\b/.exec(text);
  if (year !== null) {
    const ahead = (Number(year[1]) - Number(asOf.slice(0, 4))) * 12;
    return ahead > 0 ? ahead : null;
  }
  return null;
}
