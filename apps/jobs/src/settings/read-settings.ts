import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidSettingError } from '../errors.ts';
import { readEnvFile } from './read-env-file.ts';
import { type SettingName, type SettingValues, settingsSchema } from './settings-schema.ts';

/** Where the value of a setting came from. */
export type SettingSource = 'environment' | 'file' | '.env' | 'default' | 'unset';

/** All settings together with where each of them came from. */
export interface Settings {
  readonly values: SettingValues;
  readonly sources: Readonly<Record<SettingName, SettingSource>>;
}

/**
 * Reads every setting once. A variable of the environment wins over the file that its `*_FILE` variant names, which
 * wins over the `.env` file of the folder, which wins over the default.
 */
export function readSettings(options: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
}): Settings {
  const { environment, folder } = options;
  const envFile = readEnvFile(resolve(folder, '.env'), { environment });
  const names = Object.keys(settingsSchema.shape) as SettingName[];
  const found: Partial<Record<SettingName, string>> = {};
  const sources = {} as Record<SettingName, SettingSource>;
  for (const name of names) {
    const fromFile = environment[`${name}_FILE`] || envFile[`${name}_FILE`];
    if (environment[name]) {
      found[name] = environment[name];
      sources[name] = 'environment';
    } else if (fromFile) {
      found[name] = readSecretFile(resolve(folder, fromFile), name);
      sources[name] = 'file';
    } else if (envFile[name]) {
      found[name] = envFile[name];
      sources[name] = '.env';
    } else {
      sources[name] = settingsSchema.shape[name].safeParse(undefined).data === undefined ? 'unset' : 'default';
    }
  }
  const result = settingsSchema.safeParse(found);
  if (!result.success) {
    const issue = result.error.issues[0];
    const name = String(issue?.path[0]);
    throw new InvalidSettingError(`${name} has a value that cannot be used: it must be ${issue?.message}.`);
  }
  return { values: result.data, sources };
}

function readSecretFile(path: string, name: SettingName): string {
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch {
    throw new InvalidSettingError(`${name}_FILE names ${path}, which cannot be read: check the path and its rights.`);
  }
}
