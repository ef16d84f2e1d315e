import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findOption, readOptions } from '@pa/engines';
import { CommandError } from '../../errors.ts';
import type { CommandContext } from '../command-context.ts';

export interface ParseOptionsOptions {
  readonly textFile: string;
}

/** `pa options parse`: the options that each line of a file names. One entry a line, empty lines included. */
export async function parseOptions({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ParseOptionsOptions;
}): Promise<void> {
  const text = await readText(resolve(context.folder, options.textFile), options.textFile);
  if (text.includes('\0')) {
    throw new CommandError(
      'NOT_A_TEXT',
      `${options.textFile} is no text in UTF-8: give --text-file a text file with one text a line.`,
    );
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const readings = lines.map((line, index) => {
    const { codes, absentCodes, mentions } = readOptions(line);
    return {
      line: index + 1,
      text: line,
      codes,
      absentCodes,
      options: codes.map((code) => {
        const option = findOption(code);
        return {
          code,
          name: option?.name ?? code,
          category: option?.category,
          factoryCodes: option?.factoryCodes ?? [],
        };
      }),
      mentions,
    };
  });
  context.terminal.result(readings, () =>
    readings
      .map(({ text: line, codes, absentCodes }) =>
        [
          line,
          `  ${codes.length === 0 ? 'names no option' : codes.join(', ')}`,
          ...(absentCodes.length === 0 ? [] : [`  without ${absentCodes.join(', ')}`]),
        ].join('\n'),
      )
      .join('\n'),
  );
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new CommandError('FILE_NOT_READABLE', `${name} cannot be read: give --text-file a text file that exists.`, {
      cause,
    });
  }
}
