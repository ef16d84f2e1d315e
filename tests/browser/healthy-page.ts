import { expect, test as base } from '@playwright/test';

interface PageHealth {
  /** Faults that a test brings about on purpose; all others fail it. Default: none. */
  readonly provokedFault: RegExp | null;
  readonly healthyPage: void;
}

/**
 * A page whose console, errors and requests are watched: every test fails that leaves an error in the console, throws
 * in the page, or asks another host for anything.
 */
export const test = base.extend<PageHealth>({
  provokedFault: [null, { option: true }],
  healthyPage: [
    async ({ page, baseURL, provokedFault }, use) => {
      const faults: string[] = [];
      const note = (fault: string) => {
        if (provokedFault === null || !provokedFault.test(fault)) faults.push(fault);
      };
      const origin = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => note(`page: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        const isLocal = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
        if (!isLocal) note(`request to ${url.host}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
