import type { ModelLine, ModelYears } from '../model-line.ts';

function racingCar(model: string, years: ModelYears, names: readonly string[] = []): ModelLine {
  return {
    model,
    names: [model.toLowerCase(), ...names],
    generations: [{ name: model, words: [], years }],
    trims: [],
  };
}

/** Pure racing cars: the type number is model and generation, and none has trims. */
export const porscheRacing: readonly ModelLine[] = [
  racingCar('550', [1953, 1957], ['550 spyder', '550a', '550a spyder', '550 rs spyder']),
  racingCar('718 RSK', [1957, 1962], ['718 rs', '718 rs60', '718 rs 60', '718 rs 61']),
  racingCar('904', [1963, 1965], ['904 gts', '904 carrera gts', '904 6']),
  racingCar('906', [1966, 1967]),
  racingCar('907', [1967, 1968]),
  racingCar('908', [1968, 1981], ['908k', '908lh']),
  racingCar('910', [1966, 1968]),
  racingCar('917', [1969, 1975]),
  racingCar('934', [1976, 1977]),
  racingCar('936', [1976, 1981]),
  racingCar('956', [1982, 1984]),
  racingCar('962', [1984, 1994]),
  {
    model: '935',
    names: ['935'],
    generations: [
      { name: '935', words: [], years: [1976, 1984] },
      { name: '991.2', words: ['991', '991.2'], years: [2018, 2020] },
    ],
    trims: [],
  },
];
