import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPTION_CATALOGUE } from '../catalogue/option-catalogue.ts';
import { readOptions } from './read-options.ts';

/** Figures of the rules as they were frozen are in BENCHMARKS.md; what is wrong here has been wrong since. */
describe('the labelled phrases', () => {
  const first = [...phrases('phrases-first-labels.tsv'), ...phrases('phrases-third-first-labels.tsv')];
  const second = new Map([...phrases('phrases-second-labels.tsv'), ...phrases('phrases-third-second-labels.tsv')]);

  it('were labelled twice, with the same codes on at least 99 of 100', () => {
    expect(first.length).toBeGreaterThanOrEqual(500);
    expect(first.filter(([phrase]) => !second.has(phrase))).toEqual([]);
    const agreed = first.filter(([phrase, codes]) => codes.join() === second.get(phrase)?.join());
    expect(agreed.length / first.length).toBeGreaterThanOrEqual(0.99);
  });

  it('name only options of the catalogue', () => {
    const known = new Set(OPTION_CATALOGUE.map((option) => option.code));
    expect([...first, ...second].flatMap(([, codes]) => codes).filter((code) => !known.has(code))).toEqual([]);
  });

  it.each([
    ['first', first],
    ['second', [...second]],
    ['fourth', phrases('phrases-fourth-labels.tsv')],
    ['fifth', phrases('phrases-fifth-labels.tsv')],
    ['sixth', phrases('phrases-sixth-labels.tsv')],
    ['seventh', phrases('phrases-seventh-labels.tsv')],
    ['eighth', phrases('phrases-eighth-labels.tsv')],
    ['ninth', phrases('phrases-ninth-labels.tsv')],
    ['tenth', phrases('phrases-tenth-labels.tsv')],
    ['later', phrases('phrases-mended-in-view.tsv')],
  ])('are read with precision and recall of 0.97 and more against the %s labels', (_, labelled) => {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const [phrase, codes] of labelled) {
      const read = readOptions(phrase).codes;
      right += read.filter((code) => codes.includes(code)).length;
      wrong += read.filter((code) => !codes.includes(code)).length;
      missed += codes.filter((code) => !read.includes(code)).length;
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.97);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.97);
  });
});

describe('readOptions', () => {
  it.each([
    ['no PCCB, FAL or buckets', [], ['pccb', 'front-axle-lift', 'bucket-seats']],
    ['comes without sport chrono and PSE', [], ['sport-chrono', 'sport-exhaust']],
    ['PCCB, no PDCC, RAS', ['pccb', 'rear-axle-steering'], ['pdcc']],
    ['PDK? No, manual', ['manual-transmission'], ['pdk']],
    ['no issues with the PASM', ['pasm'], []],
    ['air shocks fine, PASM shocks replaced with new', ['pasm'], []],
    ['Bose stereo deleted for Sound Package Plus', ['sound-package-plus'], ['bose']],
    ['18-way seats, heated & ventilated', ['adaptive-seats', 'heated-seats', 'ventilated-seats'], []],
    ['Burmster, alcantra headliner', ['alcantara-headliner', 'burmester'], []],
    ['option code 450', ['pccb'], []],
    ['codes: 220, 425, 650', ['limited-slip', 'sunroof', 'rear-wiper'], []],
    ['450, 639, 475', ['pccb', 'sport-chrono', 'pasm'], []],
    ['996, 997 and 991 parts, 650 miles', [], []],
    ['M470 without spoilers, 4x4', [], []],
    ['rear wiper & badge deleted', ['badge-delete', 'rear-wiper-delete'], []],
    ['swapped the PCCB for steel', [], ['pccb']],
    ['replaced the PASM shocks with new ones', ['pasm'], []],
    ['chose the manual over PDK', ['manual-transmission'], ['pdk']],
    ['originally on Fuchs, now on BBS', ['bbs-wheels'], ['fuchs-wheels']],
    ['no options except heated seats', ['heated-seats'], []],
    ['Not included: lift, ceramics', [], ['pccb', 'front-axle-lift']],
    ['Not cheap but has everything: lift, ceramics', ['pccb', 'front-axle-lift'], []],
    ['[x] PSE [ ] PCCB', ['sport-exhaust'], ['pccb']],
    ['Sunroof: no / PASM: yes', ['pasm'], ['sunroof']],
    ['PTS-like wrap', [], ['paint-to-sample']],
    ['Coffee table made from a wheel, glass top', [], []],
    ['no sign of leaks, sunroof', ['sunroof'], []],
    ['WTB: 997 buckets', [], []],
    ['steering wheel, heated', ['heated-steering-wheel'], []],
    ['Front seats, heated and ventilated', ['heated-seats', 'ventilated-seats'], []],
    ['exhaust: sport', ['sport-exhaust'], []],
    ['exhaust, sport seats', ['sport-seats'], []],
    ['wheels, sport chrono, seats', ['sport-chrono'], []],
    ['Looking for a car with PCCB? Here it is', ['pccb'], []],
    ['BMW M4 with carbon ceramics', [], []],
    ['My other car has air suspension. This one has PCCB', ['pccb'], []],
    ['air-cooled 911 with sport seats', ['sport-seats'], []],
    ['red belts, black calipers', ['black-calipers', 'colored-seat-belts'], []],
    ['PSE, SC, PASM', ['sport-chrono', 'sport-exhaust', 'pasm'], []],
    ['1983 911 SC', [], []],
    ['PCCBs look fresh', ['pccb'], []],
    ['never converted from Tiptronic', ['tiptronic'], []],
    ['$2,590 lift and a 360 hp engine', ['front-axle-lift'], []],
    ['traded in a 718 with PDK', [], []],
    ['kein Schiebedach, Sitzheizung, Keramikbremse', ['pccb', 'heated-seats'], ['sunroof']],
    ['sedili riscaldati, tetto apribile', ['heated-seats', 'sunroof'], []],
    ['Lane Keeping Assist incl. Traffic Sign Recognition', ['lane-keep-assist'], []],
    ['timing belt in red, fan belt', [], []],
    ['Ext. leather, frt. axle lift', ['front-axle-lift', 'extended-leather'], []],
    ['Sits outside. Lift included', ['front-axle-lift'], []],
    ['locked doors, created in 1998, a message on the Boxster', [], []],
  ])('reads "%s"', (text, codes, absentCodes) => {
    expect(readOptions(text)).toMatchObject({ codes, absentCodes });
  });

  it('reads no option into a car whose line and year never had it', () => {
    expect(readOptions('LWB', { model: '911', modelYear: 1970 }).codes).toEqual([]);
    expect(readOptions('LWB', { model: '911', modelYear: 2018 }).codes).toEqual(['bucket-seats']);
  });

  it('quotes its evidence from the text, whatever the text', () => {
    const words = fc.constantFrom(
      'PCCB',
      'no',
      'without',
      'FAL',
      ',',
      'or',
      '18-way',
      'seats',
      '(',
      ')',
      'é',
      '"',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const { codes, absentCodes, mentions } = readOptions(text);
        for (const { start, end, evidence } of mentions) expect(text.slice(start, end)).toBe(evidence);
        expect(codes.filter((code) => absentCodes.includes(code))).toEqual([]);
      }),
    );
  });

  it('reads a long text in a time that grows with its length, and what stands at its end', () => {
    const long = `${'PCCB '.repeat(20_000)}\n${'no lift, '.repeat(10_000)}heated seats`;
    const { codes, absentCodes, mentions } = readOptions(long);
    expect(codes).toEqual(['pccb', 'heated-seats']);
    expect(absentCodes).toEqual(['front-axle-lift']);
    const count = (code: string): number => mentions.filter((mention) => mention.codes.includes(code)).length;
    expect([count('pccb'), count('front-axle-lift')]).toEqual([20_000, 10_000]);
    expect(mentions.at(-1)?.end).toBe(long.length);
  }, 20_000);

  it('says nothing of a text without words', () => {
    expect(readOptions(' — ')).toEqual({ codes: [], absentCodes: [], mentions: [] });
  });
});

function phrases(file: string): readonly (readonly [phrase: string, codes: readonly string[]])[] {
  return readFileSync(new URL(`__fixtures__/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('phrase\t'))
    .map((line) => {
      const [phrase = '', codes = ''] = line.split('\t');
      return [
        phrase,
        codes
          .split(',')
          .map((code) => code.trim())
          .filter((code) => code !== '')
          .sort(),
      ] as const;
    });
}
