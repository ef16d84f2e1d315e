import type { Terminal } from './terminal.ts';

/** Shows what a command is doing, one task after the other. */
export interface Progress {
  /** Runs a task; `say` shows how far it is. Answers what the task answers. */
  task<Result>(title: string, work: (say: (text: string) => void) => Promise<Result>): Promise<Result>;
}

/** A display that is redrawn for a person, plain lines for everything else. */
export function createProgress(terminal: Terminal, options: { readonly now: () => number }): Progress {
  return terminal.interactive ? liveProgress() : plainProgress(terminal, options);
}

function plainProgress(terminal: Terminal, { now }: { readonly now: () => number }): Progress {
  return {
    async task(title, work) {
      const startedAt = now();
      const result = await work(() => undefined);
      terminal.note(`${title}: done in ${seconds(now() - startedAt)}`);
      return result;
    },
  };
}

function liveProgress(): Progress {
  return {
    async task(title, work) {
      const { Listr, PRESET_TIMER } = await import('listr2');
      let result: Awaited<ReturnType<typeof work>> | undefined;
      await new Listr(
        [
          {
            title,
            async task(_context, task) {
              result = await work((text) => {
                task.output = text;
              });
            },
          },
        ],
        {
          registerSignalListeners: false,
          rendererOptions: { timer: PRESET_TIMER, showErrorMessage: false, showSubtasks: false },
        },
      ).run();
      return result as Awaited<ReturnType<typeof work>>;
    },
  };
}

/** A duration for people, such as `0.4 s`. */
export function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}
