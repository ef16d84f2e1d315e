import type { IsoDate } from '../market/calendar.ts';
import type { MarketScope } from '../market/price.ts';
import { countFact, dateFact, shareFact, titleFact, statementFact } from '../narrate/fact-sheet.ts';
import { statementSentence } from './statement.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

export interface DataQualitySubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** Rows that were read. */
  readonly rowCount: number;
  /** Rows that were read and not used, counted by reason. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'data-quality-template-2';
const NAMED_REASONS = 8;

/** Writes what of the data could be used and what was left out, with every reason counted. */
export async function writeDataQualityText(
  subject: DataQualitySubject,
  options: WritingOptions,
): Promise<WrittenInsight> {
  return writeInsight(
    {
      type: 'data_quality',
      analysisDate: subject.asOf,
      model: null,
      trim: null,
      generation: null,
      dataPointCount: subject.rowCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `Data quality of ${slot('as_of', 'day')}`, facts: [] },
      body: bodyOf({ lead: [counts(subject)], standard: [reasons(subject)] }, options),
    },
    options,
  );
}

function counts(subject: DataQualitySubject): Passage {
  const { rowCount: n } = subject;
  const leftOut = Object.values(subject.leftOut).reduce((sum, count) => sum + count, 0);
  const facts = [
    dateFact('as_of', { value: subject.asOf, n, formula: 'day of the analysis', role: 'day' }),
    countFact('rows', {
      value: n,
      noun: 'row',
      n,
      formula: 'rows read',
      role: 'whole',
      words: ['read', 'reads', 'reading', 'went', 'taken', 'looked', 'total'],
    }),
  ];
  const start = `By ${slot('as_of', 'day')} the analysis read ${slot('rows', 'noun')}`;
  if (leftOut === 0) {
    const none = statementFact('left_out.none', {
      value: 'left none of them out',
      n,
      formula: 'rows that were not used',
    });
    return { text: `${start} and ${slot('left_out.none', 'clause')}.`, facts: [...facts, none] };
  }
  const share = n === 0 ? '' : `, ${slot('left_out.share', 'percent')} of them`;
  return {
    text: `${start} and left ${slot('left_out', 'noun')} out${share}.`,
    facts: [
      ...facts,
      countFact('left_out', {
        value: leftOut,
        noun: 'row',
        n,
        formula: 'rows that were read and not used',
        role: 'part',
        with: ['rows'],
        words: ['left', 'leaves', 'leaving', 'unused', 'dropped', 'excluded', 'aside', 'rejected', 'out'],
      }),
      ...(n === 0
        ? []
        : [
            shareFact('left_out.share', {
              value: leftOut / n,
              n,
              formula: 'rows left out over rows read',
              words: ['left', 'leaves', 'leaving', 'unused', 'excluded', 'aside', 'out', 'of'],
            }),
          ]),
    ],
  };
}

function reasons(subject: DataQualitySubject): Passage | null {
  const counted = Object.entries(subject.leftOut)
    .filter(([, count]) => count > 0)
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  if (counted.length === 0) return null;
  const named = counted.slice(0, NAMED_REASONS).map(([reason, count], index): Passage => {
    const id = `reasons.${String(index + 1)}`;
    return {
      text: `${slot(`${id}.name`, 'text')} (${slot(`${id}.count`, 'noun')})`,
      facts: [
        titleFact(`${id}.name`, { value: reason, formula: 'reason as the engine gave it' }),
        countFact(`${id}.count`, {
          value: count,
          noun: 'row',
          n: subject.rowCount,
          formula: 'rows left out for this reason',
          with: [`${id}.name`],
        }),
      ],
    };
  });
  const others =
    counted.length > NAMED_REASONS
      ? statementSentence('reasons.others', {
          value: 'rarer reasons are in the list of refusals',
          n: counted.length,
          formula: 'reasons counted and not named here',
        })
      : { text: '', facts: [] };
  return {
    text: `Counted by what was found: ${named.map((passage) => passage.text).join(', ')}. ${others.text}`.trim(),
    facts: [...named.flatMap((passage) => passage.facts), ...others.facts],
  };
}
