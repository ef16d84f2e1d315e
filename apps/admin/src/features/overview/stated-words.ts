import type { AnomalyDetail } from '../../api/answers.ts';

type Statement = AnomalyDetail['statements'][number];

const WORDS: Readonly<Record<string, readonly [said: string, denied: string]>> = {
  accident: ['Accident', 'No accident'],
  salvage: ['Branded title', 'Clean title'],
  flood: ['Flood', 'No flood'],
  'service-history': ['Service history', 'No service history'],
  paperwork: ['Papers and books', 'No papers or books'],
  'matching-numbers': ['Matching numbers', 'Not its first engine'],
  modified: ['Modified', 'Not modified'],
  'original-paint': ['Original paint', 'Not its first paint'],
  repainted: ['Painted again', 'Not painted again'],
  rust: ['Rust', 'No rust'],
  'true-mileage': ['Mileage as shown', 'True mileage unknown'],
  fault: ['A fault', 'No faults'],
};

const CONDITIONS: Readonly<Record<string, string>> = {
  project: 'A project',
  fair: 'Fair condition',
  good: 'Good condition',
  excellent: 'Excellent condition',
  'as-new': 'As new',
};

/** A statement of a seller in a few words. */
export function statedWords({ trait, value }: Pick<Statement, 'trait' | 'value'>): string {
  if (typeof value === 'number') return value === 1 ? 'One owner' : `${value} owners`;
  if (typeof value === 'string') return CONDITIONS[value] ?? value;
  return WORDS[trait]?.[value ? 0 : 1] ?? trait;
}
