import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../segment.ts';
import { MAKES_WITH_RULES } from './make-rules.ts';
import { listGenerations, listModels, listTrims } from './model-names.ts';
import { parseVehicle } from './parse-vehicle.ts';
import { resolveSegment, type SegmentWords } from './resolve-segment.ts';

describe('resolveSegment', () => {
  const resolved: readonly (readonly [SegmentWords, string, string | null])[] = [
    [{ model: '911' }, 'porsche/911', null],
    [{ model: '911', trim: 'gt3' }, 'porsche/911/-/gt3', null],
    [{ model: '911', trim: 'Carrera S' }, 'porsche/911/-/carrera-s', null],
    [{ model: '911', generation: '997.1', trim: 'carrera s' }, 'porsche/911/997.1/carrera-s', '997.1'],
    [{ model: 'Porsche 911 GT3 RS' }, 'porsche/911/-/gt3-rs', null],
    [{ model: '930' }, 'porsche/911/g-series/turbo', 'G-Series'],
    [{ model: '911', generation: 'g-body', trim: 'sc' }, 'porsche/911/g-series/sc', 'G-Series'],
    [{ model: '911', generation: '996', trim: 'turbo' }, 'porsche/911/996/turbo', '996'],
    [{ model: '996', trim: 'gt2' }, 'porsche/911/996/gt2', '996'],
    [{ model: '911', trim: 'rs america' }, 'porsche/911/964/rs-america', '964'],
    [{ model: '911', generation: '992.1', trim: 'targa 4s' }, 'porsche/911/992.1/targa-4s', '992.1'],
    [{ model: '911', generation: '964', trim: 'carrera' }, 'porsche/911/964/carrera-2', '964'],
    [{ model: '718 Cayman', trim: 'GT4' }, 'porsche/cayman/982/gt4', '982'],
    [{ model: '718 spyder' }, 'porsche/boxster/982/spyder', '982'],
    [{ model: '356', generation: 'a', trim: 'speedster' }, 'porsche/356/a/speedster', 'A'],
    [{ model: 'cayenne', generation: '957', trim: 'gts' }, 'porsche/cayenne/957/gts', '957'],
    [{ make: 'porsche', model: 'carrera gt' }, 'porsche/carrera-gt', null],
    [{ make: 'bmw', model: 'm3' }, 'bmw/m3', null],
    [{ make: 'vw', model: 'golf', trim: 'gti' }, 'volkswagen/golf/-/gti', null],
    [{ model: 'Ferrari Testarossa' }, 'ferrari/testarossa', null],
  ];

  it.each(resolved)('%o', (words, segment, generation) => {
    expect(resolveSegment(words)).toMatchObject({ status: 'resolved', segment, generation });
  });

  const refused: readonly (readonly [SegmentWords, string, string, readonly string[]])[] = [
    [{ model: 'boxter' }, 'unknown', 'model', ['Boxster']],
    [{ model: '718' }, 'ambiguous', 'model', ['Boxster', 'Cayman']],
    [{ make: 'porshe', model: '911' }, 'unknown', 'make', ['Porsche']],
    [{ model: '911', generation: '997' }, 'ambiguous', 'generation', ['997.1', '997.2']],
    [{ model: '911', generation: '997', trim: 'turbo' }, 'ambiguous', 'generation', ['997.1', '997.2']],
    [{ model: '911', trim: 'rs' }, 'ambiguous', 'trim', ['2.7 RS', 'Carrera RS']],
  ];

  it.each(refused)('refuses %o', (words, status, field, candidates) => {
    expect(resolveSegment(words)).toMatchObject({ status, field, candidates });
  });

  it('lists near names for an unknown trim, and never one of another generation', () => {
    const refusal = resolveSegment({ model: '911', generation: '964', trim: 'gt3' });
    expect(refusal).toMatchObject({ status: 'unknown', field: 'trim' });
    expect(refusal.status === 'unknown' && refusal.candidates).not.toContain('GT3');
    const typo = resolveSegment({ model: '911', trim: 'carera s' });
    expect(typo.status === 'unknown' && typo.candidates[0]).toBe('Carrera S');
  });

  it('names an unknown generation with the known ones', () => {
    expect(resolveSegment({ model: '911', generation: '995' })).toMatchObject({
      status: 'unknown',
      field: 'generation',
      candidates: expect.arrayContaining(['993', '996']),
    });
  });

  it('gives the segment that a parsed car of those names has', () => {
    const car = parseVehicle({ make: 'Porsche', text: '911 GT3 Touring 6-Speed', modelYear: 2018 });
    const answer = resolveSegment({ model: car.model, generation: car.generation ?? '', trim: car.trim ?? '' });
    expect(answer.status === 'resolved' && segmentsOf(car).at(-1)).toBe(answer.status === 'resolved' && answer.segment);
  });

  it('understands every name that the pickers list', () => {
    const models = MAKES_WITH_RULES.flatMap((make) => listModels(make).map((model) => ({ make, model })));
    for (const { make, model } of models) {
      const generations = listGenerations(make, model);
      for (const trim of listTrims(make, model)) {
        for (const generation of trim.generations) {
          const answer = resolveSegment({ make, model, generation, trim: trim.name });
          expect(answer, `${make} ${model} ${generation} ${trim.name}`).toMatchObject({
            status: 'resolved',
            model,
            generation,
            trim: trim.name,
          });
        }
      }
      expect(generations.length).toBeGreaterThan(0);
    }
  });
});

describe('pickers', () => {
  it('list models, generations and trims by canonical name', () => {
    expect(listModels('porsche')).toContain('Cayman');
    expect(listGenerations('Porsche', 'cayman').map(({ name }) => name)).toEqual(['987.1', '987.2', '981', '982']);
    expect(listGenerations('Porsche', '911').at(-1)).toEqual({
      name: '992.2',
      firstModelYear: 2025,
      lastModelYear: null,
    });
    expect(listTrims('Porsche', '911').find(({ name }) => name === 'GT2 RS')?.generations).toEqual(['997.2', '991.2']);
  });

  it('are empty where the taxonomy has no rules', () => {
    expect(listModels('Lada')).toEqual([]);
    expect(listGenerations('Porsche', 'Niva')).toEqual([]);
    expect(listTrims('Porsche', 'Niva')).toEqual([]);
  });
});
