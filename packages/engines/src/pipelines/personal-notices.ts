import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { Notification } from '../market/ports/notification-outbox.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { slug } from '../market/segment.ts';
import { isWatched, type UserPreferences, watchesAll, type WatchList } from '../market/user-preferences.ts';
import { anomalyNotices } from './anomaly-notices.ts';

interface Reader {
  readonly profileId: string;
  readonly preferences: UserPreferences;
}

/** What a daily run has to tell. */
export interface NewsOfDay {
  readonly asOf: IsoDate;
  readonly title: string;
  readonly body: string;
  readonly predictions: readonly PricePrediction[];
}

/**
 * The day's notice for everybody who wants one, with the predictions of the cars that they watch where they want those.
 * Who watches nothing is not sent predictions: all of them are the report.
 */
export function personalDayNotices(
  { now }: { readonly now: () => number },
  readers: readonly Reader[],
  news: NewsOfDay,
): readonly Notification[] {
  const createdAt = now();
  return readers
    .filter(({ preferences }) => preferences.marketAlerts)
    .map(({ profileId, preferences }) => ({
      id: deterministicUuid(`notification daily_run ${news.asOf} ${profileId}`),
      topic: 'daily_run',
      title: news.title,
      body: [news.body, ...predictionLines(preferences, news.predictions)].join('\n'),
      createdAt,
      recipient: profileId,
    }));
}

/** A notice of each critical anomaly for everybody who watches such cars and wants to be told. */
export function personalAnomalyNotices(
  clock: { readonly now: () => number },
  readers: readonly Reader[],
  anomalies: readonly Anomaly[],
): readonly Notification[] {
  return readers
    .filter(({ preferences }) => preferences.anomalyAlerts)
    .flatMap(({ profileId, preferences }) =>
      anomalyNotices(
        clock,
        anomalies.filter(({ segment }) => isWatched(slugs(preferences), carOf(segment))),
      ).map((notice) => ({
        ...notice,
        id: deterministicUuid(`notification ${notice.id} ${profileId}`),
        recipient: profileId,
      })),
    );
}

function predictionLines(preferences: UserPreferences, predictions: readonly PricePrediction[]): readonly string[] {
  if (!preferences.pricePredictions || watchesAll(preferences)) return [];
  return predictions
    .filter((prediction) => prediction.hasSkill && isWatched(preferences, prediction))
    .map(({ make, model, generation, trim, currentPrice, predictedPrice, targetDate, market }) => {
      const car = [make, model, generation, trim].filter((part) => part !== null).join(' ');
      const money = new Intl.NumberFormat('en-US', {
        style: 'currency',
        currency: market.currency,
        maximumFractionDigits: 0,
      });
      return `${car}: ${money.format(currentPrice)} today, ${money.format(predictedPrice)} expected on ${targetDate}.`;
    });
}

function slugs({ watchedModels, watchedTrims, watchedSegments }: UserPreferences): WatchList {
  return { watchedModels: watchedModels.map(slug), watchedTrims: watchedTrims.map(slug), watchedSegments };
}

function carOf(segment: string): { readonly model: string; readonly trim: string | null; readonly segment: string } {
  const [, model = '', , trim = null] = segment.split('/');
  return { model, trim, segment };
}
