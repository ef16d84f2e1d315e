import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the built admin, which may be empty; `null` where the admin is not installed. */
export function adminFolder(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@pa/admin/package.json')), 'out');
  } catch {
    return null;
  }
}
