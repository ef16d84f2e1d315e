import { createStores } from '@pa/db';
import { NO_SIGN_IN } from '@pa/api';
import { createAnalysisReader, watchSegments } from '@pa/engines';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import type { CommandContext } from './command-context.ts';

export interface WatchOptions {
  readonly model: string;
  readonly trim?: string;
  readonly generation?: string;
  readonly make?: string;
  readonly end?: boolean;
}

/** `pa watch`: puts a car on the list that daily notices heed, or takes it off; the list of the page without a sign-in. */
export async function watch({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: WatchOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const { end: ends = false, make, model, generation, trim } = options;
  const watched = await withDatabase(settings, (database) => {
    const stores = createStores(database);
    return watchSegments(
      {
        model,
        ...(make === undefined ? {} : { make }),
        ...(generation === undefined ? {} : { generation }),
        ...(trim === undefined ? {} : { trim }),
      },
      {
        dependencies: { stores, now },
        analyses: createAnalysisReader(stores),
        actor: NO_SIGN_IN,
        preferences: stores.preferences,
        ends,
      },
    );
  });
  if (watched.status === 'unknown-vehicle') throw new CommandError('UNKNOWN_VEHICLE', watched.reason);
  if (watched.status === 'not-enough-data') {
    throw new CommandError(
      'NOT_ENOUGH_DATA',
      `Nothing can be watched yet, as ${watched.reason}: run "pa run daily" first.`,
    );
  }
  const list = watched.preferences.watchedSegments;
  terminal.result({ segments: watched.segments, watchedSegments: list }, () =>
    list.length === 0 ? 'No car is watched.' : `Watched: ${list.join(', ')}.`,
  );
}
