import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TimeHorizon } from '@pa/engines';
import { accuracyPage } from '../../accuracy/accuracy-page.ts';
import { renderAccuracy } from '../../accuracy/render-accuracy.ts';
import { CommandError } from '../../errors.ts';
import type { CommandContext } from '../command-context.ts';
import { askEngine } from './segment-options.ts';

export interface AccuracyOptions {
  readonly segment?: string;
  readonly horizon?: TimeHorizon;
  readonly html?: string;
}

/** `pa accuracy`: the accuracy of the ledger, on the terminal or as a page that prints. */
export async function showAccuracy({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: AccuracyOptions;
}): Promise<void> {
  const { terminal, folder } = context;
  const { segment, horizon, html } = options;
  const report = await askEngine(context, (engine) =>
    engine.reportAccuracy({
      ...(segment === undefined ? {} : { segment }),
      ...(horizon === undefined ? {} : { horizon }),
    }),
  );
  if (html !== undefined) {
    const path = resolve(folder, html);
    try {
      writeFileSync(path, accuracyPage(report));
    } catch (error) {
      throw new CommandError('FILE_NOT_WRITABLE', `${path} cannot be written: check the folder and its rights.`, {
        cause: error,
      });
    }
    terminal.note(`${html} has the report.`);
  }
  terminal.result(report, () => renderAccuracy(report));
}
