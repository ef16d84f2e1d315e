import { writeFile } from 'node:fs/promises';
import { openApiText } from './open-api-text.ts';

await writeFile(new URL('../openapi.json', import.meta.url), openApiText());
