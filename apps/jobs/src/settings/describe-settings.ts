import type { Settings, SettingSource } from './read-settings.ts';
import { SECRET_SETTINGS, type SettingName, settingsSchema } from './settings-schema.ts';

/** One setting as `pa config` shows it. */
export interface SettingDescription {
  readonly name: SettingName;
  /** `null` where it is not set; the secret parts are masked. */
  readonly value: string | number | null;
  readonly source: SettingSource;
  readonly description: string;
}

/** The part of a secret that may be shown: the address without its password, or the last four letters of a long key. */
export function maskSecret(secret: string): string {
  const scheme = /^[a-z]+:\/\//i.exec(secret)?.[0];
  if (scheme !== undefined) {
    // Up to the last @, because people forget to escape one in a password.
    const end = secret.lastIndexOf('@');
    const place = secret.slice(end < 0 ? scheme.length : end + 1).split('?')[0] ?? '';
    const user = secret.slice(scheme.length, Math.max(end, scheme.length)).split(':')[0] ?? '';
    return end < 0 ? `${scheme}${place}` : `${scheme}${user}:****@${place}`;
  }
  return secret.length >= 16 ? `****${secret.slice(-4)}` : '****';
}

/** Every setting with its value, source and meaning, in the order of the schema. */
export function describeSettings(settings: Settings): readonly SettingDescription[] {
  return (Object.keys(settingsSchema.shape) as SettingName[]).map((name) => {
    const value = settings.values[name] ?? null;
    return {
      name,
      value: typeof value === 'string' && SECRET_SETTINGS.has(name) ? maskSecret(value) : value,
      source: settings.sources[name],
      description: settingsSchema.shape[name].description ?? '',
    };
  });
}

/** The providers that a language model can be asked of, and why where there is none. */
export function describeProviders(
  settings: Settings,
): readonly { readonly provider: string; readonly state: string }[] {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, ANTHROPIC_API_KEY } = settings.values;
  return [
    {
      provider: OPENAI_BASE_URL === undefined ? 'openai' : 'openai-compatible',
      state: OPENAI_API_KEY === undefined && OPENAI_BASE_URL === undefined ? 'no key: OPENAI_API_KEY' : 'configured',
    },
    { provider: 'anthropic', state: ANTHROPIC_API_KEY === undefined ? 'no key: ANTHROPIC_API_KEY' : 'configured' },
    { provider: 'template', state: 'always there: needs no key' },
  ];
}
