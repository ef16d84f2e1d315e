import { existsSync } from 'node:fs';
import { config } from '@dotenvx/dotenvx';
import { InvalidSettingError } from '../errors.ts';

/**
 * The variables of an `.env` file, encrypted values opened with `DOTENV_PRIVATE_KEY` or the `.env.keys` file beside it.
 * Answers an empty object where there is no file. Nothing is written to the environment and nothing leaves the machine.
 */
export function readEnvFile(
  path: string,
  options: { readonly environment: Readonly<Record<string, string | undefined>> },
): Readonly<Record<string, string>> {
  if (!existsSync(path)) return {};
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.environment)) if (value !== undefined) environment[name] = value;
  const { parsed = {} } = config({
    path: [path],
    processEnv: environment,
    quiet: true,
    ignore: ['DECRYPTION_FAILED'],
    noArmor: true,
    noNative: true,
    no1Password: true,
    noBitwarden: true,
  });
  const closed = Object.entries(parsed).find(([, value]) => value.startsWith('encrypted:'));
  if (closed !== undefined) {
    throw new InvalidSettingError(
      `${closed[0]} in ${path} is encrypted and cannot be opened: set DOTENV_PRIVATE_KEY or put .env.keys beside the file.`,
    );
  }
  return parsed;
}
