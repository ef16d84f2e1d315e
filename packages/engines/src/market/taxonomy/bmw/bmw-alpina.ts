import { STILL_MADE, type Generation, type ModelLine } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

interface AlpinaLine {
  readonly name: string;
  readonly generations: readonly Generation[];
  /** Wordings behind the name, such as the displacement. */
  readonly trims: readonly string[];
}

const of = (name: string, first: number, last: number): Generation => ({
  name,
  words: [name.toLowerCase()],
  years: [first, last],
});

const LINES: readonly AlpinaLine[] = [
  {
    name: 'B3',
    generations: [of('E30', 1987, 1992), of('E36', 1993, 1999), of('E46', 1999, 2006)],
    trims: ['2.7', '3.0', '3.2', '3.3'],
  },
  {
    name: 'B6',
    generations: [of('E21', 1978, 1983), of('E30', 1983, 1990), of('E36', 1992, 1998), of('F06', 2015, 2019)],
    trims: ['2.8', '2.8/1', '3.5', 'xdrive'],
  },
  {
    name: 'B7',
    generations: [of('E65', 2007, 2008), of('F01', 2009, 2015), of('G12', 2016, 2022)],
    trims: ['xdrive', 'lwb', 'xdrive lwb', 'xdrive swb'],
  },
  { name: 'B8', generations: [of('G16', 2022, STILL_MADE)], trims: ['xdrive'] },
  { name: 'B9', generations: [of('E28', 1981, 1987)], trims: ['3.5'] },
  {
    name: 'B10',
    generations: [of('E28', 1985, 1987), of('E34', 1988, 1996), of('E39', 1997, 2004)],
    trims: ['3.5', '3.5/1', 'bi-turbo', 'v8'],
  },
  { name: 'B12', generations: [of('E32', 1988, 1994), of('E38', 1995, 2001)], trims: ['5.0', '5.7', '5.7 lwb', '6.0'] },
  { name: 'C1', generations: [of('E21', 1980, 1983), of('E30', 1983, 1987)], trims: ['2.3'] },
  { name: 'C2', generations: [of('E30', 1985, 1988)], trims: ['2.5', '2.7'] },
  { name: 'Roadster V8', generations: [of('E52', 2002, 2003)], trims: [] },
];

/** Cars that Alpina built as a maker of its own, from complete BMWs. A BMW that was made one later is `tuned`. */
export const bmwAlpina: readonly ModelLine[] = LINES.map(({ name, generations, trims }) => {
  const made = Object.fromEntries(generations.map((generation) => [generation.name, true] as const));
  const wording = name.toLowerCase();
  const line = numberedLine({
    model: `Alpina ${name}`,
    names: name === 'Roadster V8' ? ['alpina roadster v8', 'alpina v8'] : [`alpina ${wording}`, `${wording} alpina`],
    generations,
    trims: [
      { words: ['base', ''], made },
      ...trims.map((trim) => ({
        words: trim,
        made,
        ...(trim.includes('xdrive') ? { drive: 'all-wheel' as const } : {}),
      })),
    ],
  });
  return name === 'Roadster V8' ? { ...line, body: 'roadster' } : line;
});
