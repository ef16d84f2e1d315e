import { type SegmentPlan, segmentRows } from './segment-plan.ts';

const COUPE = { coupe: 1 } as const;
const COUPE_AND_CABRIOLET = { coupe: 0.7, cabriolet: 0.3 } as const;

/** Generations of the 911. Part of the frozen `hard` preset: a change here fails its fingerprint test. */
export const NINE_ELEVEN_SEGMENTS: readonly SegmentPlan[] = [
  ...segmentRows({ model: '911', generation: 'G-Series', vehicleClass: 'classic', bodies: COUPE }, [
    ['SC', [1978, 1983], 58_000, 26, 1, { coupe: 0.6, targa: 0.4 }],
    ['Carrera', [1984, 1989], 82_000, 40, 1, { coupe: 0.5, targa: 0.3, cabriolet: 0.2 }],
    ['Turbo', [1978, 1989], 148_000, 14, 1],
  ]),
  ...segmentRows({ model: '911', generation: '964', vehicleClass: 'classic', bodies: COUPE }, [
    ['Carrera 2', [1990, 1993], 98_000, 20, 0.75, { coupe: 0.6, targa: 0.15, cabriolet: 0.25 }],
    ['Carrera 4', [1989, 1993], 92_000, 16, 1, COUPE_AND_CABRIOLET],
    ['Turbo', [1991, 1992], 205_000, 5, 1],
  ]),
  ...segmentRows({ model: '911', generation: '993', vehicleClass: 'classic', bodies: COUPE }, [
    ['Carrera', [1995, 1998], 108_000, 26, 0.75, COUPE_AND_CABRIOLET],
    ['Carrera 4S', [1996, 1998], 165_000, 10, 1],
    ['Carrera S', [1997, 1998], 172_000, 7, 0.8],
    ['Turbo', [1996, 1997], 245_000, 9, 1],
  ]),
  ...segmentRows({ model: '911', generation: '996.1', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera', [1999, 2001], 27_500, 40, 0.7],
  ]),
  ...segmentRows({ model: '911', generation: '996.2', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera', [2002, 2004], 31_500, 38, 0.65],
    ['Carrera 4S', [2002, 2004], 40_500, 32, 0.7],
    ['GT3', [2004, 2005], 108_000, 10, 1, COUPE],
  ]),
  ...segmentRows({ model: '911', generation: '996', vehicleClass: 'sports', bodies: COUPE }, [
    ['Turbo', [2001, 2005], 69_000, 38, 0.7, { coupe: 0.8, cabriolet: 0.2 }],
  ]),
  ...segmentRows({ model: '911', generation: '997.1', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera', [2006, 2008], 42_000, 34, 0.65],
    ['Carrera S', [2006, 2008], 51_000, 50, 0.65],
    ['Carrera 4S', [2006, 2008], 53_000, 26, 0.65],
    ['Turbo', [2007, 2009], 88_000, 30, 0.55],
    ['GT3', [2007, 2008], 132_000, 14, 1, COUPE],
    ['GT3 RS', [2007, 2008], 218_000, 5, 1, COUPE],
  ]),
  ...segmentRows({ model: '911', generation: '997.2', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera S', [2009, 2011], 63_000, 34, 0.5],
    ['Carrera GTS', [2011, 2012], 93_000, 14, 0.55],
    ['Turbo S', [2011, 2013], 118_000, 14, 0],
    ['GT3', [2010, 2011], 165_000, 9, 1, COUPE],
  ]),
  ...segmentRows({ model: '911', generation: '991.1', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera', [2013, 2016], 65_000, 40, 0.3],
    ['Carrera S', [2013, 2016], 76_000, 60, 0.3],
    ['Carrera GTS', [2015, 2016], 99_000, 18, 0.35],
    ['Turbo S', [2014, 2016], 124_000, 26, 0],
    ['GT3', [2014, 2015], 129_000, 26, 0, COUPE],
  ]),
  ...segmentRows({ model: '911', generation: '991.1', vehicleClass: 'collector', bodies: COUPE }, [
    ['GT3 RS', [2016, 2016], 182_000, 16, 0],
    ['R', [2016, 2016], 345_000, 4, 1],
  ]),
  ...segmentRows({ model: '911', generation: '991.2', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera S', [2017, 2019], 95_000, 46, 0.3],
    ['Carrera T', [2018, 2019], 103_000, 12, 0.8, COUPE],
    ['Carrera GTS', [2017, 2019], 119_000, 24, 0.35],
    ['Turbo S', [2017, 2019], 157_000, 24, 0],
  ]),
  ...segmentRows({ model: '911', generation: '991.2', vehicleClass: 'collector', bodies: COUPE }, [
    ['GT3', [2018, 2019], 175_000, 30, 0.6],
    ['GT3 RS', [2019, 2019], 226_000, 18, 0],
    ['GT2 RS', [2018, 2018], 385_000, 6, 0],
  ]),
  ...segmentRows({ model: '911', generation: '992.1', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera', [2020, 2024], 103_000, 40, 0],
    ['Carrera S', [2020, 2024], 127_000, 56, 0.3],
    ['Carrera GTS', [2022, 2024], 157_000, 26, 0.35],
    ['Turbo S', [2021, 2024], 222_000, 34, 0],
  ]),
  ...segmentRows({ model: '911', generation: '992.1', vehicleClass: 'collector', bodies: COUPE }, [
    ['GT3', [2022, 2024], 228_000, 36, 0.5],
    ['GT3 RS', [2023, 2024], 318_000, 14, 0],
    ['Sport Classic', [2023, 2023], 455_000, 3, 1],
  ]),
  ...segmentRows({ model: '911', generation: '992.2', vehicleClass: 'sports', bodies: COUPE_AND_CABRIOLET }, [
    ['Carrera', [2025, 2026], 128_000, 20, 0],
    ['Carrera GTS', [2025, 2026], 182_000, 14, 0],
  ]),
];
