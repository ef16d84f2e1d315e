import type { ValuationRequest } from '../../api/answers.ts';

/** What is filled in; `null` where nothing is chosen. */
export interface CarForm {
  readonly make: string | null;
  readonly model: string | null;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly year: number | null;
  readonly miles: number | null;
  readonly transmission: 'manual' | 'automatic' | null;
  readonly body: Body | null;
  readonly color: string | null;
  readonly options: readonly string[];
}

export type Body = NonNullable<ValuationRequest['body']>;

const BODIES: readonly string[] = [
  'coupe',
  'cabriolet',
  'targa',
  'speedster',
  'roadster',
  'sedan',
  'wagon',
  'hatchback',
  'suv',
  'truck',
  'van',
] satisfies Body[];

export const EMPTY_FORM: CarForm = {
  make: null,
  model: null,
  generation: null,
  trim: null,
  year: null,
  miles: null,
  transmission: null,
  body: null,
  color: null,
  options: [],
};

/** True for a body that the API knows. */
export function isBody(text: string | null): text is Body {
  return text !== null && BODIES.includes(text);
}

/** The form as the part of an address after `?`, so that a link holds it; empty where nothing is filled in. */
export function toAddress(form: CarForm): string {
  const words = new URLSearchParams();
  for (const name of [
    'make',
    'model',
    'generation',
    'trim',
    'year',
    'miles',
    'transmission',
    'body',
    'color',
  ] as const) {
    const value = form[name];
    if (value !== null) words.set(name, String(value));
  }
  if (form.options.length > 0) words.set('options', form.options.join(','));
  return words.toString();
}

/** Reads a form from an address. What cannot be read is left empty: a link may come from anywhere. */
export function fromAddress(search: string): CarForm {
  const words = new URLSearchParams(search);
  const text = (name: string): string | null => words.get(name)?.trim().slice(0, 80) || null;
  const whole = (name: string, { from, to }: { readonly from: number; readonly to: number }): number | null => {
    const number = Number(text(name) ?? Number.NaN);
    return Number.isInteger(number) && number >= from && number <= to ? number : null;
  };
  const transmission = text('transmission');
  const body = text('body');
  return {
    make: text('make'),
    model: text('model'),
    generation: text('generation'),
    trim: text('trim'),
    year: whole('year', { from: 1886, to: 2200 }),
    miles: whole('miles', { from: 0, to: 2_000_000 }),
    transmission: transmission === 'manual' || transmission === 'automatic' ? transmission : null,
    body: isBody(body) ? body : null,
    color: text('color'),
    options: [...new Set((words.get('options') ?? '').split(',').map((code) => code.trim().slice(0, 60)))]
      .filter(Boolean)
      .slice(0, 100),
  };
}

/** What the API is asked; `null` while model or year are missing. */
export function toRequest(form: CarForm): ValuationRequest | null {
  const { make, model, generation, trim, year, miles, transmission, body, color, options } = form;
  if (model === null || year === null) return null;
  return {
    model,
    modelYear: year,
    mileageUnit: 'mi',
    optionCodes: [...options],
    comparableCount: 8,
    ahead: { horizons: ['1m', '3m', '6m', '1y'], ratePoints: 0, supplyChange: 0 },
    ...(make === null ? {} : { make }),
    ...(generation === null ? {} : { generation }),
    ...(trim === null ? {} : { trim }),
    ...(miles === null ? {} : { mileage: miles }),
    ...(transmission === null ? {} : { transmission }),
    ...(body === null ? {} : { body }),
    ...(color === null ? {} : { color }),
  };
}
