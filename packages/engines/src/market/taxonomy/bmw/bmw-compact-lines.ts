import { STILL_MADE, type ModelLine } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

/** The 1, 2 and 4 Series. */
export const bmwCompactLines: readonly ModelLine[] = [
  numberedLine({
    model: '1 Series',
    names: ['1 series'],
    generations: [{ name: 'E8x', words: ['e81', 'e82', 'e87', 'e88', 'e8x'], years: [2004, 2013] }],
    trims: [
      { words: '128i', made: { E8x: [2008, 2013] } },
      { words: '130i', made: { E8x: [2005, 2012] } },
      { words: '135i', made: { E8x: [2008, 2013] } },
      { words: '135is', made: { E8x: [2013, 2013] } },
    ],
  }),
  numberedLine({
    model: '1M',
    names: ['1m', '1 series m', '1m coupe'],
    body: 'coupe',
    generations: [{ name: 'E82', words: ['e82'], years: [2011, 2012] }],
    trims: [{ words: ['base', ''], made: { E82: true } }],
  }),
  numberedLine({
    model: '2 Series',
    names: ['2 series'],
    generations: [
      { name: 'F2x', words: ['f22', 'f23', 'f2x'], years: [2014, 2021] },
      { name: 'G4x', words: ['g42', 'g4x'], years: [2022, STILL_MADE] },
    ],
    trims: [
      { words: '228i', made: { F2x: [2014, 2016] } },
      { words: '228i xdrive', made: { F2x: [2015, 2016] } },
      { words: '230i', made: { F2x: [2017, 2021], G4x: true } },
      { words: '230i xdrive', made: { F2x: [2017, 2021], G4x: true } },
      { words: 'm235i', made: { F2x: [2014, 2016] } },
      { words: 'm235i xdrive', made: { F2x: [2015, 2016] } },
      {
        words: ['m235i racing', 'm235ir', 'm235ir evo'],
        name: 'M235i Racing',
        made: { F2x: [2014, 2016] },
        marks: ['race-car'],
      },
      { words: 'm240i', made: { F2x: [2017, 2021], G4x: true } },
      { words: 'm240i xdrive', made: { F2x: [2017, 2021], G4x: true } },
    ],
  }),
  numberedLine({
    model: '4 Series',
    names: ['4 series'],
    generations: [
      { name: 'F3x', words: ['f32', 'f33', 'f36', 'f3x'], years: [2014, 2020] },
      { name: 'G2x', words: ['g22', 'g23', 'g26', 'g2x'], years: [2021, STILL_MADE] },
    ],
    trims: [
      { words: '428i', made: { F3x: [2014, 2016] } },
      { words: '428i xdrive', made: { F3x: [2014, 2016] } },
      { words: '430i', made: { F3x: [2017, 2020], G2x: true } },
      { words: '430i xdrive', made: { F3x: [2017, 2020], G2x: true } },
      { words: '435i', made: { F3x: [2014, 2016] } },
      { words: '435i xdrive', made: { F3x: [2014, 2016] } },
      { words: '440i', made: { F3x: [2017, 2020] } },
      { words: '440i xdrive', made: { F3x: [2017, 2020] } },
      { words: 'm440i', made: { G2x: true } },
      { words: 'm440i xdrive', made: { G2x: true } },
    ],
  }),
];
