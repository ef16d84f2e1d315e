import { STILL_MADE } from '../model-line.ts';
import { numberedLine, type NumberedTrim } from './numbered-line.ts';

/** The E30 wagon was made on for two years beside the other bodies of its successor. */
const EARLY_WAGONS: readonly NumberedTrim[] = ['316i', '318i', '320i', '325i'].map((words) => ({
  words,
  onlyBody: 'wagon',
  made: { E30: [1988, 1994], E36: [1995, 1999], E46: [2000, 2005] },
}));

const SMALL: readonly NumberedTrim[] = [
  { words: '315', made: { E21: [1975, 1983] } },
  { words: '316', made: { E21: [1975, 1983], E30: [1983, 1988] } },
  { words: '316i', made: { E30: [1988, 1994], E36: [1991, 2000], E46: [1999, 2005] } },
  { words: '318i', made: { E21: [1980, 1983], E30: [1983, 1992], E36: [1992, 1999], E46: [1999, 2005] } },
  { words: '318is', made: { E30: [1990, 1991], E36: [1992, 1999] }, body: 'coupe' },
  { words: '318ti', made: { E36: [1995, 1999] }, body: 'hatchback' },
  { words: '318tds', made: { E36: [1995, 1999] } },
  { words: '320', made: { E21: [1975, 1983] } },
  { words: ['320/6', '320-6'], made: { E21: [1978, 1982] } },
  {
    words: '320i',
    made: {
      E21: [1976, 1983],
      E30: [1984, 1992],
      E36: [1992, 1999],
      E46: [1999, 2005],
      E9x: [2006, 2012],
      F3x: [2012, 2018],
    },
  },
  { words: '320is', made: { E21: [1980, 1983], E30: [1987, 1990] } },
  { words: '320d', made: { E46: [1999, 2005], E9x: [2005, 2012], F3x: [2012, 2018] } },
  { words: '320i xdrive', made: { F3x: [2013, 2018] } },
  { words: '323i', made: { E21: [1978, 1982], E30: [1983, 1986], E36: [1996, 1999], E46: [1999, 2000] } },
  { words: '323is', made: { E36: [1998, 1999] }, body: 'coupe' },
  { words: '323ti', made: { E36: [1997, 2000] }, body: 'hatchback' },
  { words: '323ci', made: { E46: [2000, 2000] } },
  { words: '324td', made: { E30: [1987, 1992] } },
];

const MIDDLE: readonly NumberedTrim[] = [
  { words: '325', made: { E30: [1986, 1988] } },
  { words: '325e', made: { E30: [1984, 1987] } },
  { words: '325es', made: { E30: [1986, 1987] }, body: 'coupe' },
  { words: '325i', made: { E30: [1986, 1993], E36: [1992, 1995], E46: [2001, 2006], E9x: [2006, 2006] } },
  { words: '325is', made: { E30: [1987, 1991], E36: [1992, 1995] }, body: 'coupe' },
  { words: '325ic', made: { E30: [1987, 1993], E36: [1994, 1995] }, body: 'cabriolet' },
  { words: ['325ix', '325i x'], made: { E30: [1986, 1992] } },
  { words: '325ci', made: { E46: [2000, 2006] } },
  { words: '325xi', made: { E46: [2001, 2005], E9x: [2006, 2006] } },
  { words: '328ci', made: { E46: [1999, 2000] } },
  { words: '328i', made: { E36: [1995, 1999], E46: [1999, 2000], E9x: [2007, 2013], F3x: [2012, 2016] } },
  { words: '328is', made: { E36: [1996, 1999] }, body: 'coupe' },
  { words: '328xi', made: { E9x: [2007, 2011] } },
  { words: '328i xdrive', made: { E9x: [2009, 2013], F3x: [2012, 2016] } },
  { words: '328d', made: { F3x: [2013, 2018] } },
  { words: '328d xdrive', made: { F3x: [2013, 2018] } },
];

const LARGE: readonly NumberedTrim[] = [
  { words: '330ci', made: { E46: [2000, 2006] } },
  { words: '330ci zhp', made: { E46: [2003, 2006] } },
  { words: '330i', made: { E46: [2000, 2005], E9x: [2006, 2006], F3x: [2017, 2018], G2x: [2019, STILL_MADE] } },
  { words: '330i zhp', made: { E46: [2003, 2005] }, body: 'sedan' },
  { words: '330xi', made: { E46: [2001, 2005], E9x: [2006, 2006] } },
  { words: '330i xdrive', made: { F3x: [2017, 2019], G2x: [2019, STILL_MADE] } },
  { words: '330e', made: { F3x: [2016, 2018], G2x: [2020, STILL_MADE] } },
  { words: '335d', made: { E9x: [2009, 2011] } },
  { words: '335i', made: { E9x: [2007, 2013], F3x: [2012, 2015] } },
  { words: '335is', made: { E9x: [2011, 2013] } },
  { words: '335xi', made: { E9x: [2007, 2008] } },
  { words: '335i xdrive', made: { E9x: [2009, 2013], F3x: [2012, 2016] } },
  { words: '340i', made: { F3x: [2016, 2018] } },
  { words: '340i xdrive', made: { F3x: [2016, 2019] } },
  { words: 'm340i', made: { G2x: [2020, STILL_MADE] } },
  { words: 'm340i xdrive', made: { G2x: [2020, STILL_MADE] } },
];

/** The 3 Series. `E9x`, `F3x` and `G2x` stand for the chassis numbers that sedan, wagon, coupe and convertible share. */
export const bmw3Series = numberedLine({
  model: '3 Series',
  names: ['3 series', '320/6'],
  generations: [
    { name: 'E21', words: ['e21'], years: [1975, 1983] },
    {
      name: 'E30',
      words: ['e30'],
      years: [1983, 1994],
      bodies: { coupe: [1983, 1991], sedan: [1983, 1991], cabriolet: [1985, 1993], wagon: [1988, 1994] },
    },
    {
      name: 'E36',
      words: ['e36', 'e36/5', 'e36/7'],
      years: [1991, 2000],
      bodies: {
        sedan: [1992, 1998],
        coupe: [1992, 1999],
        cabriolet: [1994, 1999],
        wagon: [1995, 1999],
        hatchback: [1994, 2000],
      },
    },
    {
      name: 'E46',
      words: ['e46'],
      years: [1999, 2006],
      bodies: {
        sedan: [1999, 2005],
        coupe: [2000, 2006],
        cabriolet: [2000, 2006],
        wagon: [2000, 2005],
        hatchback: [2001, 2004],
      },
    },
    {
      name: 'E9x',
      words: ['e90', 'e91', 'e92', 'e93', 'e9x'],
      years: [2006, 2013],
      bodies: { sedan: [2006, 2011], wagon: [2006, 2012], coupe: [2007, 2013], cabriolet: [2007, 2013] },
    },
    {
      name: 'F3x',
      words: ['f30', 'f31', 'f34', 'f3x'],
      years: [2012, 2019],
      bodies: { sedan: [2012, 2018], wagon: [2013, 2019], hatchback: [2014, 2019] },
    },
    {
      name: 'G2x',
      words: ['g20', 'g21', 'g2x'],
      years: [2019, STILL_MADE],
      bodies: { sedan: [2019, STILL_MADE], wagon: [2020, STILL_MADE] },
    },
  ],
  trims: [...EARLY_WAGONS, ...SMALL, ...MIDDLE, ...LARGE],
});
