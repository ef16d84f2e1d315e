#!/usr/bin/env -S node --conditions=@pa/source
// In the repository the sources run as they are; in a published package only `dist` exists.
import { existsSync } from 'node:fs';

const source = new URL('../src/main.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href);
