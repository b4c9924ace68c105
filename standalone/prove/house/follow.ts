import path from 'node:path';
import ts from 'typescript';

/** A record, a list of words, a statement of SQL are known by their names: one opens what decides or acts. */
const doesSomething = (node: ts.Node): boolean => {
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node))
    return node.initializer !== undefined && ts.isArrowFunction(node.initializer);
  return ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
};

/** The files one opens to follow a mutation from its door: those of the functions it comes to. */
export class Follower {
  readonly #checker: ts.TypeChecker;
  readonly #program: ts.Program;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
    const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    this.#program = ts.createProgram(fileNames, options);
    this.#checker = this.#program.getTypeChecker();
  }

  /** By folder prefix: the files of the agency, say, and not those of the platform. */
  filesOf(mutation: string, within: string): string[] {
    const seen = new Set<ts.Node>();
    const files = new Set<string>();
    const waiting: ts.Node[] = [this.#doorOf(mutation)];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      const file = path.relative(this.#root, node.getSourceFile().fileName);
      if (!file.startsWith(within)) continue;
      files.add(file);
      waiting.push(...this.#namedIn(node));
    }
    return [...files].sort();
  }

  #doorOf(mutation: string): ts.Node {
    for (const file of this.#program.getSourceFiles()) {
      if (!file.fileName.endsWith('.resolver.ts')) continue;
      const doors = file.statements.filter(ts.isClassDeclaration).flatMap(({ members }) => [...members]);
      const door = doors.find((member) => member.name?.getText() === mutation);
      if (door) return door;
    }
    throw new Error(`no resolver has the mutation ${mutation}`);
  }

  #namedIn(node: ts.Node): ts.Node[] {
    const named: ts.Node[] = [];
    const visit = (child: ts.Node): void => {
      // A type is not followed: what it says stands where it is used.
      if (ts.isTypeNode(child) || ts.isDecorator(child)) return;
      if (ts.isIdentifier(child)) named.push(...this.#declarationsOf(child));
      ts.forEachChild(child, visit);
    };
    ts.forEachChild(node, visit);
    return named;
  }

  #declarationsOf(identifier: ts.Identifier): ts.Node[] {
    const symbol = this.#checker.getSymbolAtLocation(identifier);
    if (!symbol) return [];
    const origin = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return (origin.declarations ?? []).filter(doesSomething);
  }
}
