import { describeError } from './output/describe-error.ts';
import { createTerminal } from './output/terminal.ts';
import { createProgram, type RunCommand } from './program.ts';
import { readSettings } from './settings/read-settings.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second request does not wait for what is still being finished.
    if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    stop.abort(signal);
  });
}

const run: RunCommand = async (command, { json }) => {
  const { stdout, stderr } = process;
  const terminal = createTerminal({ json, stdout, stderr });
  const folder = process.cwd();
  try {
    const settings = readSettings({ environment: process.env, folder });
    await command({ terminal, settings, now: Date.now, signal: stop.signal, folder });
  } catch (error) {
    process.exitCode = 1;
    if (stop.signal.aborted) {
      terminal.note(`Stopped by ${stop.signal.reason}: what was not finished is not stored.`);
      return;
    }
    const described = describeError(error);
    if (json) terminal.result({ error: described }, () => '');
    terminal.note(`pa: ${described.message}`);
    if (process.env['PA_DEBUG'] === '1') terminal.note(error instanceof Error ? (error.stack ?? '') : String(error));
  }
};

await createProgram(run).parseAsync();
