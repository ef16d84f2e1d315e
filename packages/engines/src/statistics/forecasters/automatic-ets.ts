import { fitNaive } from '../naive-forecast.ts';
import type { SeriesForecast } from '../series-forecast.ts';
import type { EtsForm } from './ets-model.ts';
import type { FittedEts } from './fit-ets.ts';
import { fitEts } from './fit-ets.ts';

const TRENDS = ['none', 'additive', 'damped'] as const;

/** The forms tried: additive errors never with factors of a season, whose likelihood is unstable. */
export function etsForms(options: {
  readonly seasonal: boolean;
  /** Whether errors may be relative to the level. Default true. */
  readonly relativeErrors?: boolean;
}): readonly EtsForm[] {
  const forms: EtsForm[] = [];
  for (const trend of TRENDS) {
    if (options.seasonal) {
      forms.push(
        { error: 'additive', trend, season: 'additive' },
        { error: 'multiplicative', trend, season: 'additive' },
        { error: 'multiplicative', trend, season: 'multiplicative' },
      );
    } else {
      forms.push({ error: 'additive', trend, season: 'none' }, { error: 'multiplicative', trend, season: 'none' });
    }
  }
  return options.relativeErrors === false ? forms.filter(({ error }) => error === 'additive') : forms;
}

/**
 * Automatic exponential smoothing (Hyndman, Koehler, Snyder and Grose 2002): every form that suits the series, the best
 * by AICc. A season is tried only where `seasonal` says that one was found. The last value for ever where nothing fits.
 */
export function fitAutomaticEts(
  series: ArrayLike<number>,
  options: { readonly season: number; readonly seasonal: boolean; readonly relativeErrors?: boolean },
): FittedEts | SeriesForecast {
  let best: FittedEts | undefined;
  for (const form of etsForms(options)) {
    const fitted = fitEts(series, { form, season: options.season });
    if (fitted !== undefined && (best === undefined || fitted.aicc < best.aicc)) best = fitted;
  }
  return best ?? fitNaive(series);
}
