import { PromptError } from './errors.ts';

const NAME = /^[a-z0-9][a-z0-9_.-]{0,63}$/;

/** Refuses a name of a type, a label or an experiment that could not be a folder, a tag or a part of an address. */
export function assertName(what: string, name: string): void {
  if (NAME.test(name)) return;
  throw new PromptError(
    'invalid-input',
    `"${name}" is no name of ${what}: use 1 to 64 of a-z, 0-9, "_", "." and "-", the first a letter or a digit.`,
  );
}
