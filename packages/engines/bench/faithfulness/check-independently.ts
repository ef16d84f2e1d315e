import type { Fact, MarketInsight } from '../../src/market/insight.ts';

/**
 * A second reader of what was served, written apart from the prover and sharing none of its code: it knows the raw values,
 * formats them by hand in every rounding that the texts use, and crosses them out of the text. What is left may hold no
 * digit and none of the words that make a claim. Then it looks at each sentence again for what belongs together.
 */
export function checkIndependently(insight: MarketInsight): {
  readonly claims: number;
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  let claims = 0;
  const summary = insight.summary.replace(/\n\nThis is synthetic data: .*$/s, '');
  const spellings = insight.facts
    .flatMap((fact) => spell(fact).map((text) => ({ text, fact })))
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => b.text.length - a.text.length);
  const seen: { readonly at: number; readonly fact: Fact; readonly text: string }[] = [];
  let rest = summary;
  for (const { text, fact } of spellings) {
    for (let at = rest.indexOf(text); at >= 0; at = rest.indexOf(text, at + text.length)) {
      const isWord =
        /[\w]/.test(rest[at - 1] ?? ' ') ||
        /\w|[.,]\d/.test(rest.slice(at + text.length, at + text.length + 2).replace(/^\W.?$/, ' '));
      if (isWord && /\d/.test(text)) continue;
      seen.push({ at, fact, text });
      claims += 1;
      rest = rest.slice(0, at) + '~'.repeat(text.length) + rest.slice(at + text.length);
    }
  }
  const digit = /\d+/.exec(rest);
  if (digit !== null) faults.push(`the figure ${digit[0]} is no fact`);
  const loud =
    /\b(because|due to|driven|thanks|guarantee\w*|surely|certain|highest|lowest|largest|weakest|twice|doubled?|half|triple|rivals|bargain|buy|sell|since (?:last|March|the summer)|remarkable|sharp|booming|strong|demand|collectors|more than|fewer than|less than|at least|at most|nearly|almost|dozen|hundreds?|seventeen|million|thousand|yen|points|kilometres|bidders|not|climbing|without any)\b/i.exec(
      rest,
    );
  if (loud !== null) faults.push(`"${loud[0]}" is no fact`);
  for (const { at, fact, text } of seen) {
    if (fact.kind !== 'share' || fact.role === 'level' || !/^(rose|fell)|(above|below)$/.test(text)) continue;
    const isUp = /^rose|above$/.test(text);
    if (isUp !== Number(fact.value) > 0) faults.push(`${text} goes the wrong way at ${String(at)}`);
  }
  return { claims, faults };
}

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** Thousands parted by commas, by hand. */
function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', CHF: 'CHF\u00a0' };

/** Every way in which a true text may write a fact. */
function spell(fact: Fact): readonly string[] {
  const value = Number(fact.value);
  const text = String(fact.value);
  switch (fact.kind) {
    case 'name':
      return [text];
    case 'statement':
      return [text, text[0]!.toUpperCase() + text.slice(1)];
    case 'date': {
      const [year, month, day] = text.split('-').map(Number);
      const name = MONTHS[(month ?? 1) - 1]!;
      return [...(day === undefined ? [] : [`${name} ${String(day)}, ${String(year)}`]), `${name} ${String(year)}`];
    }
    case 'count': {
      const [head, ...tail] = fact.unit.split(/ (?=with|without|that|of|in )/);
      const many = /[^aeiou]y$/.test(head!) ? `${head!.slice(0, -1)}ies` : `${head!}s`;
      return [[`${grouped(value)} ${value === 1 ? head! : many}`, ...tail].join(' ')];
    }
    case 'price': {
      const sign = `${value < 0 ? '-' : ''}${SIGNS[fact.unit] ?? fact.unit}`;
      const digits = Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 2);
      const about = Math.round(Math.abs(value) / 10 ** digits) * 10 ** digits;
      const cents = (Math.round(Math.abs(value) * 100) / 100).toFixed(2);
      const [whole, hundredths] = cents.split('.');
      return [
        `${sign}${grouped(Number(whole))}.${hundredths!}`,
        `${sign}${grouped(Math.abs(value))}`,
        `${sign}${grouped(about)}`,
      ];
    }
    case 'share': {
      const size = [1, 0].map((decimals) => `${withDecimals(Math.abs(value) * 100, decimals)}%`);
      if (Math.abs(value) < 0.0005)
        return size.flatMap((each) => [`held steady (${each})`, `level (${each}) with`, each]);
      const isUp = value > 0;
      return [
        ...size.flatMap((each) => [`${isUp ? 'rose' : 'fell'} ${each}`, `${each} ${isUp ? 'above' : 'below'}`]),
        ...(isUp ? size : []),
      ];
    }
    default:
      return [];
  }
}

function withDecimals(value: number, decimals: number): string {
  const [whole, rest] = (Math.round(value * 10 ** decimals) / 10 ** decimals).toFixed(decimals).split('.');
  return rest === undefined ? grouped(Number(whole)) : `${grouped(Number(whole))}.${rest}`;
}
