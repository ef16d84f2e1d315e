import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { README_SCRATCH, readWorkspaces, repositoryRoot } from '../structure/source-files.ts';
import { codeBlocks } from './code-blocks.ts';

const run = promisify(execFile);
const folders = readWorkspaces().map((workspace) => workspace.folder);
const readmes = folders
  .flatMap((folder) => [`${folder}/README.md`, ...docsOf(folder)].map((path) => ({ folder, path })))
  .filter(({ path }) => existsSync(join(repositoryRoot, path)));

/** The pages beside a README. */
function docsOf(folder: string): readonly string[] {
  const docs = join(repositoryRoot, folder, 'docs');
  return existsSync(docs)
    ? readdirSync(docs).flatMap((name) => (name.endsWith('.md') ? `${folder}/docs/${name}` : []))
    : [];
}

/** Runs a block as a user would who has installed the package: from inside it, on the sources. */
async function runBlock(folder: string, code: string): Promise<void> {
  const scratch = mkdtempSync(join(repositoryRoot, folder, README_SCRATCH));
  try {
    const file = join(scratch, 'block.ts');
    writeFileSync(file, code);
    await run(process.execPath, ['--conditions=@pa/source', file], { cwd: scratch, timeout: 50_000 });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

describe.each(readmes)('$path', ({ folder, path }) => {
  const text = readFileSync(join(repositoryRoot, path), 'utf8');
  const blocks = codeBlocks(text).filter((block) => block.language === 'ts');
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((match) => match[1] as string);

  it.each(blocks.map((block) => [block.line, block.code] as const))('the code of line %i runs', async (_line, code) => {
    await runBlock(folder, code);
  });

  it('links to files that exist', () => {
    expect(links.filter((link) => !existsSync(join(repositoryRoot, dirname(path), link)))).toEqual([]);
  });
});

describe('README.md', () => {
  const text = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');

  it('opens with the two commands', () => {
    const shell = codeBlocks(text).filter((block) => block.language === 'sh');
    expect(shell[0]?.code).toContain('npm start');
    expect(`${shell[0]?.code}\n${shell[1]?.code ?? ''}`).toContain('npm test');
  });

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map((match) => match[1] as string);
    expect(links.filter((link) => !existsSync(join(repositoryRoot, link)))).toEqual([]);
  });

  it('names only commands of pa that exist', async () => {
    const commands = codeBlocks(text)
      .filter((block) => block.language === 'sh')
      .flatMap((block) =>
        [...block.code.matchAll(/^pnpm pa (.+)$/gm)].map((match) => (match[1] as string).split(/\s+/)),
      );
    for (const words of commands) {
      const end = words.findIndex((word) => !/^[a-z]+$/.test(word));
      const names = end < 0 ? words : words.slice(0, end);
      const { stdout } = await run(process.execPath, [
        '--conditions=@pa/source',
        join(repositoryRoot, 'apps/jobs/bin/pa.mjs'),
        ...names,
        '--help',
      ]);
      expect(stdout, words.join(' ')).toContain(`Usage: pa ${names.join(' ')}`.trim());
    }
  });
});
