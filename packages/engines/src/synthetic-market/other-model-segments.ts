import { type SegmentPlan, segmentRows } from './segment-plan.ts';

const COUPE = { coupe: 1 } as const;
const OPEN = { roadster: 1 } as const;
const SUV = { suv: 1 } as const;
const SEDAN = { sedan: 1 } as const;

/** Everything but the 911. Part of the frozen `hard` preset: a change here fails its fingerprint test. */
export const OTHER_MODEL_SEGMENTS: readonly SegmentPlan[] = [
  ...segmentRows({ model: '356', generation: 'C', vehicleClass: 'classic', bodies: COUPE }, [
    ['SC', [1964, 1965], 108_000, 7, 1, { coupe: 0.7, cabriolet: 0.3 }],
  ]),
  ...segmentRows({ model: '944', generation: '944', vehicleClass: 'classic', bodies: COUPE }, [
    ['Turbo', [1986, 1989], 31_000, 16, 1],
  ]),
  ...segmentRows({ model: '928', generation: '928', vehicleClass: 'classic', bodies: COUPE }, [
    ['GTS', [1993, 1995], 92_000, 6, 0.3],
  ]),
  ...segmentRows({ model: 'Boxster', generation: '986', vehicleClass: 'sports', bodies: OPEN }, [
    ['S', [2000, 2004], 14_500, 40, 0.75],
  ]),
  ...segmentRows({ model: 'Boxster', generation: '987.2', vehicleClass: 'sports', bodies: OPEN }, [
    ['S', [2009, 2012], 29_500, 20, 0.55],
    ['Spyder', [2011, 2012], 61_000, 7, 0.75],
  ]),
  ...segmentRows({ model: 'Boxster', generation: '981', vehicleClass: 'sports', bodies: OPEN }, [
    ['GTS', [2015, 2016], 57_000, 14, 0.5],
  ]),
  ...segmentRows({ model: 'Cayman', generation: '987.2', vehicleClass: 'sports', bodies: COUPE }, [
    ['S', [2009, 2012], 35_000, 22, 0.6],
    ['R', [2012, 2012], 56_000, 7, 0.7],
  ]),
  ...segmentRows({ model: 'Cayman', generation: '981', vehicleClass: 'sports', bodies: COUPE }, [
    ['S', [2014, 2016], 47_500, 26, 0.5],
    ['GT4', [2016, 2016], 96_000, 24, 1],
  ]),
  ...segmentRows({ model: 'Boxster', generation: '982', vehicleClass: 'sports', bodies: OPEN }, [
    ['S', [2017, 2024], 61_000, 20, 0.3],
    ['GTS 4.0', [2021, 2024], 89_000, 14, 0.5],
  ]),
  ...segmentRows({ model: 'Cayman', generation: '982', vehicleClass: 'sports', bodies: COUPE }, [
    ['S', [2017, 2024], 60_000, 22, 0.35],
    ['GTS 4.0', [2021, 2024], 91_000, 16, 0.6],
  ]),
  ...segmentRows({ model: 'Cayman', generation: '982', vehicleClass: 'collector', bodies: COUPE }, [
    ['GT4', [2020, 2023], 118_000, 34, 0.75],
    ['GT4 RS', [2022, 2024], 184_000, 16, 0],
  ]),
  ...segmentRows({ model: 'Cayenne', generation: '958.2', vehicleClass: 'daily', bodies: SUV }, [
    ['S', [2015, 2018], 25_500, 34, 0],
    ['Turbo', [2015, 2018], 36_500, 18, 0],
  ]),
  ...segmentRows({ model: 'Cayenne', generation: '9Y0.1', vehicleClass: 'daily', bodies: SUV }, [
    ['S', [2019, 2023], 56_000, 36, 0],
    ['Turbo', [2019, 2023], 79_000, 18, 0],
  ]),
  ...segmentRows({ model: 'Macan', generation: '95B.1', vehicleClass: 'daily', bodies: SUV }, [
    ['S', [2015, 2018], 25_000, 44, 0],
  ]),
  ...segmentRows({ model: 'Macan', generation: '95B.2', vehicleClass: 'daily', bodies: SUV }, [
    ['S', [2019, 2021], 39_000, 36, 0],
    ['GTS', [2020, 2021], 50_000, 20, 0],
  ]),
  ...segmentRows({ model: 'Panamera', generation: '971.1', vehicleClass: 'daily', bodies: SEDAN }, [
    ['4S', [2017, 2020], 51_000, 22, 0],
    ['Turbo', [2017, 2020], 66_000, 12, 0],
  ]),
  ...segmentRows({ model: 'Taycan', generation: 'J1.1', vehicleClass: 'daily', bodies: SEDAN }, [
    ['4S', [2020, 2024], 67_000, 30, 0],
    ['Turbo S', [2020, 2024], 96_000, 12, 0],
  ]),
];
