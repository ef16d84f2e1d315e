import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern } from '../labelled.ts';
import { TextIndex } from '../text-index.ts';

const label = labelPattern([
  'born(?: on)?(?: the)?',
  'd\\.?o\\.?b\\.?',
  'date of birth',
  'birth ?date',
  'birthday',
  'birthdate',
  'date_of_birth',
  'dateOfBirth',
  'birth_date',
  'geboren(?: am)?',
  'geb\\.?(?: am)?',
  'geburtsdatum',
  'geburtstag',
  'née? le',
  'né\\(e\\) le',
  'date de naissance',
  'naissance',
  'nat[oa](?: a [\\p{L} ]{2,25})? il',
  'data di nascita',
  'nacid[oa](?: el)?',
  'fecha de nacimiento',
  'f\\. ?nac\\.',
]);
const month = String.raw`(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|mär|avr|fév|juin|juil|aoû|déc|gen|mag|giu|lug|ago|set|ott|dic|ene|abr)\p{L}{0,7}\.?`;
const date = new RegExp(
  [
    String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
    String.raw`\d{1,2}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}(?:19|20)?\d{2}`,
    String.raw`\d{1,2}(?:st|nd|rd|th|er|º|\.)?[ -]?(?:of |de |di )?${month}[ ,-]{0,2}(?:de |del )?(?:19|20)?\d{2}`,
    String.raw`${month} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}`,
    String.raw`(?:19|20)\d{6}`,
  ]
    .join('|')
    .replace(/^/, '(?:')
    .concat(')(?![\\p{L}\\p{N}])'),
  'iuy',
);

/** Dates of birth behind a word that says so; the days of services, sales and titles stay. */
export const birthDateDetector: KnownDetector = {
  kind: 'birth-date',
  *find(text, index = new TextIndex(text)) {
    for (const { start, end } of labelled(index, label, date)) yield { start, end };
  },
};
