import { openAIProvider } from './openai-server.ts';
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

/** One provider as `pa config` shows it. No key is in it. */
export interface ProviderDescription {
  readonly provider: string;
  readonly isConfigured: boolean;
  /** The model that would be asked; `null` where none would. */
  readonly model: string | null;
  readonly state: string;
}

/** The providers that a language model can be asked of, the one asked first before the others, and why where there is none. */
export function describeProviders(settings: Settings): readonly ProviderDescription[] {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, ANTHROPIC_API_KEY, ANTHROPIC_MODEL } = settings.values;
  const hasOpenAI = OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== undefined;
  const hasAnthropic = ANTHROPIC_API_KEY !== undefined;
  return [
    {
      provider: openAIProvider(settings),
      isConfigured: hasOpenAI,
      model: hasOpenAI ? OPENAI_MODEL : null,
      state: hasOpenAI ? 'configured' : 'no key: OPENAI_API_KEY',
    },
    {
      provider: 'anthropic',
      isConfigured: hasAnthropic,
      model: hasAnthropic ? ANTHROPIC_MODEL : null,
      state: hasAnthropic ? 'configured' : 'no key: ANTHROPIC_API_KEY',
    },
    { provider: 'template', isConfigured: true, model: null, state: 'always there: needs no key' },
  ];
}
