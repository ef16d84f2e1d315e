import { expect, test as base } from '@playwright/test';

/**
 * A page whose console, errors and requests are watched: every test fails that leaves an error in the console, throws
 * in the page, or asks another host for anything.
 */
export const test = base.extend<{ readonly healthyPage: void }>({
  healthyPage: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        const isLocal = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
        if (!isLocal) faults.push(`request to ${url.host}`);
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
