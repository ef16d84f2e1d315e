import { rmSync } from 'node:fs';
import { basename } from 'node:path';

/** Removes the folder that the configuration made for this run. Playwright wants a default export here. */
export default function removeData(): void {
  const folder = process.env.PA_BROWSER_TEST_DATA;
  if (folder === undefined || !basename(folder).startsWith('paddock-browser-')) return;
  rmSync(folder, { recursive: true, force: true });
}
