import type { Anomaly } from '../../market/anomaly.ts';
import { addDays, type IsoDate } from '../../market/calendar.ts';

/** What an alarm is chosen by. */
export type AlarmCandidate = Pick<Anomaly, 'id' | 'detectedOn' | 'confirmationProbability' | 'score'>;

/** Days of findings that a bound is learnt from, and those it needs. */
export const ALARM_WINDOW_DAYS = 28;
const LEARNING_DAYS = 7;
/** Days' worth of alarms that may be owed or saved at most, and the share of it made good in a day. */
const MOST_CARRIED_DAYS = 2;
const REPAID_SHARE = 0.5;

/**
 * Chooses the findings of a day that are worth an alarm, so that there are `alarmsPerDay` on the average: those beyond the
 * bound that as many findings of the days before passed, lowered where alarms were saved and raised where they were
 * overspent. Nothing later than the day is looked at. In the first week it takes the foremost of each day. Fewer alarms are
 * given where there are fewer findings. Foremost first.
 */
export function alarmsOfDay<Finding extends AlarmCandidate>(
  findings: readonly Finding[],
  options: { readonly asOf: IsoDate; readonly alarmsPerDay: number },
): readonly Finding[] {
  const { asOf, alarmsPerDay } = options;
  const byDay = new Map<IsoDate, Finding[]>();
  for (const finding of findings) {
    const ofDay = byDay.get(finding.detectedOn);
    if (ofDay === undefined) byDay.set(finding.detectedOn, [finding]);
    else ofDay.push(finding);
  }
  const windowStart = addDays(asOf, -ALARM_WINDOW_DAYS);
  const firstDay = [...byDay.keys()].filter((day) => day >= windowStart).sort()[0];
  if (firstDay === undefined || firstDay > asOf) return [];
  const past: Finding[] = [];
  let sent = 0;
  let chosen: readonly Finding[] = [];
  for (let day = firstDay, count = 0; day <= asOf; day = addDays(day, 1), count++) {
    const today = (byDay.get(day) ?? []).toSorted(foremostFirst);
    const owed = alarmsPerDay * count - sent;
    const most = MOST_CARRIED_DAYS * alarmsPerDay;
    const wanted = alarmsPerDay + REPAID_SHARE * Math.max(-most, Math.min(most, owed));
    if (count < LEARNING_DAYS) chosen = today.slice(0, Math.max(0, Math.round(wanted)));
    else {
      const bound = past.toSorted(foremostFirst)[Math.max(0, Math.ceil(wanted * count) - 1)];
      chosen = wanted <= 0 ? [] : bound === undefined ? today : today.filter((one) => foremostFirst(one, bound) <= 0);
    }
    sent += chosen.length;
    past.push(...today);
  }
  return chosen;
}

/** Likeliest first, then by score; findings that are equal in both are equally worth an alarm. */
function foremostFirst(left: AlarmCandidate, right: AlarmCandidate): number {
  return right.confirmationProbability - left.confirmationProbability || right.score - left.score;
}
