import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const repositoryRoot = resolve(import.meta.dirname, '../..');

export interface Import {
  readonly specifier: string;
  /** True where nothing is left of the import at run time. */
  readonly typeOnly: boolean;
  /** True for `await import(...)`: loaded when asked for and not before. */
  readonly dynamic: boolean;
}

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
}

export interface Workspace {
  readonly name: string;
  /** Relative to the repository, such as `packages/engines`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const skippedFolders = new Set(['node_modules', 'dist', 'out', '.next', '.turbo', 'test-results', '.git', '.pa']);

/** Folders in which the code of a README runs, at the same time as whoever reads the tree: they come and go. */
export const README_SCRATCH = '.readme-block-';

/** Every file below a folder that git could track, relative to the repository. */
export function filesBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (skippedFolders.has(entry.name) || entry.name.startsWith(README_SCRATCH)) continue;
      const child = join(path, entry.name);
      if (entry.isDirectory()) visit(child);
      else if (entry.isFile()) found.push(relative(repositoryRoot, child).replaceAll('\\', '/'));
    }
  };
  const start = join(repositoryRoot, folder);
  if (existsSync(start) && statSync(start).isDirectory()) visit(start);
  return found.sort();
}

function importsOf(text: string, path: string): readonly Import[] {
  const source = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    false,
    path.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  );
  const imports: Import[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const bindings = clause?.namedBindings;
      const everyNameIsType =
        clause !== undefined &&
        clause.name === undefined &&
        bindings !== undefined &&
        ts.isNamedImports(bindings) &&
        bindings.elements.length > 0 &&
        bindings.elements.every((element) => element.isTypeOnly);
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || everyNameIsType;
      imports.push({ specifier: node.moduleSpecifier.text, typeOnly, dynamic: false });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({ specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, dynamic: false });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const argument = node.arguments[0];
      if (argument && ts.isStringLiteral(argument)) {
        imports.push({ specifier: argument.text, typeOnly: false, dynamic: true });
      }
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      imports.push({ specifier: node.argument.literal.text, typeOnly: true, dynamic: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Reads the TypeScript sources of a folder, generated ones left out. */
export function readSources(folder: string): readonly SourceFile[] {
  return filesBelow(folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(join(repositoryRoot, path), 'utf8');
      return { path, lineCount: text.split('\n').length, imports: importsOf(text, path) };
    });
}

/** The packages, apps and examples of the workspace. */
export function readWorkspaces(): readonly Workspace[] {
  return ['packages', 'apps', 'examples'].flatMap((group) => {
    const path = join(repositoryRoot, group);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => existsSync(join(path, name, 'package.json')))
      .map((name) => {
        const manifest = JSON.parse(readFileSync(join(path, name, 'package.json'), 'utf8')) as Manifest;
        return { name: manifest.name, folder: `${group}/${name}`, manifest };
      });
  });
}

/** The file a relative import leads to, relative to the repository; `null` where it leads nowhere. */
export function resolveRelative(from: string, specifier: string): string | null {
  const target = join(dirname(from), specifier).replaceAll('\\', '/');
  for (const candidate of [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`]) {
    const absolute = join(repositoryRoot, candidate);
    if (existsSync(absolute) && statSync(absolute).isFile()) return candidate;
  }
  return null;
}

/** Tests and their fixtures, which may import more than the code beside them. */
export function isTest(path: string): boolean {
  return /\.(test|test-d|spec|bench)\.tsx?$/.test(path) || /\/(__fixtures__|bench)\//.test(path);
}
