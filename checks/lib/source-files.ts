import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/lib/paths.mjs';

export interface Import {
  /** '@tensorflow/tfjs-core', or for a relative one its path from the root: 'packages/core/src/errors.ts'. '' where it is computed. */
  readonly target: string;
  readonly relative: boolean;
  /** Whether the module is loaded with the file; types never are, and `import()` loads when it is reached. */
  readonly loads: boolean;
}

/** The files of the repository that match, as git sees them: no build output, nothing ignored. Paths from the root, with '/'. */
export function repositoryFiles(...patterns: readonly string[]): string[] {
  const globs = patterns.map((pattern) => `:(glob)${pattern}`);
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...globs];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  return listed.filter((file) => file !== '' && existsSync(join(root, file)));
}

export function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Every module that a TypeScript file names, types included. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) found.push({ ...resolve(file, specifier), loads: loads(node) });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest));
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

function resolve(file: string, specifier: ts.Node): Pick<Import, 'target' | 'relative'> {
  const target = ts.isStringLiteral(specifier) ? specifier.text : '';
  const relative = target.startsWith('.');
  return { target: relative ? posix.join(dirname(file), target) : target, relative };
}

function loads(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) && !node.isTypeOnly;
}
