import ts from 'typescript';

/** What a module exports, types included, one name a line and in order, with the members of a namespace. */
export function publicNames(program: ts.Program, file: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} is not there, or exports nothing`);
  return exportsOf(module, '', checker).sort().join('');
}

function exportsOf(module: ts.Symbol, prefix: string, checker: ts.TypeChecker): string[] {
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = prefix + exported.name;
    if (symbol.flags & ts.SymbolFlags.ValueModule) return exportsOf(symbol, `${name}.`, checker);
    return `${name.padEnd(32)} ${kindOf(symbol)}\n`;
  });
}

function kindOf({ name, flags }: ts.Symbol): string {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Function) return 'function';
  if (flags & ts.SymbolFlags.Interface) return 'interface';
  if (flags & ts.SymbolFlags.TypeAlias) return 'type';
  if (flags & ts.SymbolFlags.Variable) return 'const';
  throw new Error(`${name} is exported but cannot be resolved`);
}
