/** The types of an entry in one file: what it exports, and every type of ours that this leads to; comments stay with what they are about. */
import { relative } from 'node:path';
import ts from 'typescript';

type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.FunctionDeclaration | ts.VariableDeclaration;

interface Told {
  readonly symbol: ts.Symbol;
  readonly text: string;
}

/** Throws where a type leads to another package, two types have one name, or a type is `any`. */
export function declarationsOf(program: ts.Program, entry: string): string {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${entry} exports nothing`);
  const queue = checker.getExportsOfModule(module).map((symbol) => originOf(symbol, checker));
  const told = new Map<string, Told>();
  for (const symbol of queue) {
    const known = told.get(symbol.name);
    if (known?.symbol === symbol) continue;
    if (known) throw new Error(`two declarations are called ${symbol.name}`);
    const declaration = declarationOf(symbol);
    told.set(symbol.name, { symbol, text: textOf(declaration, checker) });
    queue.push(...namedIn(declaration, program));
  }
  const whole = [...told.values()].map(({ text }) => text).join('\n\n');
  return `${withoutAny(whole, entry)}\n`;
}

const originOf = (symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

function declarationOf(symbol: ts.Symbol): Declared {
  const found = symbol.declarations?.find(isDeclared);
  if (!found || symbol.declarations?.length !== 1) throw new Error(`${symbol.name} cannot be told in one declaration`);
  return found;
}

const isDeclared = (node: ts.Node): node is Declared =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isVariableDeclaration(node);

function textOf(declaration: Declared, checker: ts.TypeChecker): string {
  const comment = commentOf(declaration);
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
    const text = declaration.getText();
    return `${comment}${text.startsWith('export ') ? text : `export ${text}`}`;
  }
  const type = checker.getTypeAtLocation(declaration);
  const written = checker.typeToString(type, declaration, ts.TypeFormatFlags.NoTruncation);
  return `${comment}export declare const ${declaration.name?.getText()}: ${written};`;
}

/** The comment right before it; one at the head of its file is about the file. */
function commentOf(declaration: Declared): string {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const { text } = statement.getSourceFile();
  const last = ts.getLeadingCommentRanges(text, statement.getFullStart())?.at(-1);
  if (!last || last.pos === 0) return '';
  return `${text.slice(last.pos, last.end)}\n`;
}

/** What a declaration names of ours; of a function, what it takes and gives. */
function namedIn(declaration: Declared, program: ts.Program): readonly ts.Symbol[] {
  const checker = program.getTypeChecker();
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node)) {
      for (const type of [...node.parameters.map((parameter) => parameter.type), node.type]) if (type) visit(type);
      return;
    }
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const origin = symbol && originOf(symbol, checker);
    const place = origin?.declarations?.find(isDeclared);
    if (origin && place && isTopLevel(place) && !isOfPlatform(place, program)) found.push(origin);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return found;
}

const isTopLevel = (node: Declared): boolean =>
  ts.isSourceFile(ts.isVariableDeclaration(node) ? node.parent.parent.parent : node.parent);

function isOfPlatform(node: ts.Node, program: ts.Program): boolean {
  const file = node.getSourceFile();
  if (program.isSourceFileDefaultLibrary(file) || /\/node_modules\/@types\/node\//.test(file.fileName)) return true;
  if (!file.fileName.includes('/node_modules/')) return false;
  throw new Error(`the public types lead to ${relative(process.cwd(), file.fileName)}`);
}

function withoutAny(text: string, entry: string): string {
  const file = ts.createSourceFile('types.d.ts', text, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      throw new Error(`a public type of ${entry} is any: ${node.parent.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return text;
}
