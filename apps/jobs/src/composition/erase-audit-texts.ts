import type { DatabaseStores } from '@pa/db';
import type { Settings } from '../settings/read-settings.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;

interface RetentionOptions {
  readonly settings: Settings;
  readonly now: () => number;
}

/** Erases the texts of calls that are older than the settings let them be; answers of how many. The chain stays whole. */
export function eraseExpiredTexts(
  { audit }: Pick<DatabaseStores, 'audit'>,
  { settings, now }: RetentionOptions,
): Promise<number> {
  return audit.eraseTexts({ before: now() - settings.values.PA_AUDIT_TEXT_DAYS * DAY_MS });
}

/** Erases now and every hour until it is stopped. What fails is noted, and tried again. */
export function keepErasingTexts(
  stores: Pick<DatabaseStores, 'audit'>,
  options: RetentionOptions & { readonly note: (line: string) => void },
): { stop(): Promise<void> } {
  const erase = async () => {
    try {
      await eraseExpiredTexts(stores, options);
    } catch (error) {
      options.note(`Erasing old texts of the audit: ${(error as Error).message}`);
    }
  };
  let running = erase();
  const timer = setInterval(() => {
    running = running.then(erase);
  }, EVERY_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}
