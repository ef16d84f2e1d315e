import { z } from 'zod';

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'an address such as postgres://user:password@host:5432/database');
const redisUrl = z.string().regex(/^rediss?:\/\/\S+$/, 'an address such as redis://host:6379');
const webUrl = z.string().regex(/^https?:\/\/\S+$/, 'an address such as https://api.example.com/v1');
const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'a whole number from 1 on')
  .transform(Number);
const flag = z.enum(['0', '1'], { error: '0 or 1' });

/** Every setting of the product by the name of its environment variable. Unset and empty are the same. */
export const settingsSchema = z.object({
  PA_DATA_DIR: z.string().default('.pa').describe('Folder of the embedded database.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address that the server listens on; 0.0.0.0 opens it to the network.'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a whole number from 0 to 65535')
    .optional()
    .describe('Port of the server; unset means 3000 or the next free one, 0 any free one.'),
  DATABASE_URL: postgresUrl.optional().describe('Postgres 15 or newer in place of the embedded database.'),
  DATABASE_DIRECT_URL: postgresUrl
    .optional()
    .describe('The same database without a pooler, so that the queue hears of new jobs at once instead of polling.'),
  REDIS_URL: redisUrl
    .optional()
    .describe('Cache shared by several processes; unset means the database, and memory where one process runs.'),
  PA_ALARMS_PER_DAY: z
    .string()
    .regex(/^\d{1,4}(\.\d+)?$/, 'a number of notices a day')
    .transform(Number)
    .optional()
    .describe('Notices about anomalies a day, on the average; unset means one for every critical anomaly.'),
  PA_CACHE_TIER_BUDGET_MS: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number of milliseconds')
    .transform(Number)
    .refine((budgetMs) => budgetMs > 0, 'more than 0')
    .default(20)
    .describe('How long a cache in Redis or Postgres is waited for, milliseconds; raise it for servers far away.'),
  PA_CACHE_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$/, 'base64 of 32 bytes, earlier ones after commas')
    .optional()
    .describe('Encrypts cached answers (AES-256-GCM); the first writes, the others after commas are still read.'),
  OPENAI_API_KEY: z.string().optional().describe('Key of OpenAI or of a compatible server.'),
  OPENAI_MODEL: z.string().default('gpt-6.1-terra').describe('Model that writes texts when OpenAI is asked.'),
  OPENAI_BASE_URL: webUrl.optional().describe('Address of an OpenAI-compatible server.'),
  OPENAI_API: z
    .enum(['responses', 'chat'], { error: 'responses or chat' })
    .optional()
    .describe('The API that is spoken: responses at OpenAI itself, chat behind OPENAI_BASE_URL, unless this says so.'),
  ANTHROPIC_API_KEY: z.string().optional().describe('Key of Anthropic.'),
  ANTHROPIC_MODEL: z.string().default('claude-sonnet-5-5').describe('Model that writes texts when Anthropic is asked.'),
  ANTHROPIC_BASE_URL: webUrl.optional().describe('Address of a server that speaks as Anthropic does.'),
  PA_LLM_REQUESTS_PER_MINUTE: count
    .optional()
    .describe(
      'Most requests a minute to each model, of all processes together over Redis or Postgres; unset means no limit.',
    ),
  PA_LLM_TOKENS_PER_MINUTE: count
    .optional()
    .describe(
      'Most tokens a minute to each model, of all processes together over Redis or Postgres; unset means no limit.',
    ),
  PA_AUDIT_KEY: z
    .string()
    .min(16, 'at least 16 characters')
    .optional()
    .describe('Seals the audit of calls; unset means one made in PA_DATA_DIR, and no audit where DATABASE_URL is set.'),
  PA_AUDIT_TEXT_DAYS: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number of days from 0 on')
    .default('30')
    .transform(Number)
    .describe('How long the audit keeps the redacted texts of calls; 0 keeps their hashes alone.'),
  PA_AUDIT_HEAD_FILE: z
    .string()
    .optional()
    .describe('Second place of the newest entry of the audit, best on another disk; unset means in PA_DATA_DIR.'),
  PA_UNPRICED_CALLS: z
    .string()
    .regex(/^(block|allow|\d{1,6}(\.\d{1,9})?)$/, 'block, allow, or an amount of dollars such as 0.05')
    .default('0.05')
    .describe('A call of a model without a price: block it, allow it uncounted, or the dollars that it counts as.'),
  PA_ALERT_WEBHOOK_URL: webUrl
    .optional()
    .describe(
      'Where alerts about costs and notices of the market are posted; unset means the console and the inbox of the admin.',
    ),
  PA_ALERT_WEBHOOK_SECRET: z
    .string()
    .regex(/^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/, 'base64 of at least 24 bytes, with or without whsec_ before it')
    .optional()
    .describe('Signs what is posted by the Standard Webhooks specification; needed with the address.'),
  PA_PROTECTED_LABELS: z
    .string()
    .regex(/^([a-z0-9][a-z0-9_.-]*(,[a-z0-9][a-z0-9_.-]*)*)?$/, 'names of labels joined by commas, such as production')
    .default('')
    .describe('Labels that name only prompt versions whose last test run passed, joined by commas.'),
  PA_EXPERIMENT_SECRET: z
    .string()
    .min(16, 'at least 16 characters')
    .optional()
    .describe('Keeps people from choosing their arm of an experiment; changing it moves everybody.'),
  PA_DEBUG: flag.default('0').describe('1 shows the stack of an error.'),
});

export type SettingName = keyof typeof settingsSchema.shape;

/** The values of all settings, checked, by the names of their variables. */
export type SettingValues = z.infer<typeof settingsSchema>;

/** Settings whose values are never shown whole. */
export const SECRET_SETTINGS: ReadonlySet<SettingName> = new Set([
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'REDIS_URL',
  'PA_CACHE_SECRET',
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'PA_AUDIT_KEY',
  'PA_EXPERIMENT_SECRET',
  'PA_ALERT_WEBHOOK_SECRET',
]);
