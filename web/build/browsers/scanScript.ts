import { type Node, parse } from 'acorn';
import { lackedBy, membersNamed } from './compat.ts';

/** Objects whose members are known by the name they have in every script. */
const OWNERS: Readonly<Record<string, string>> = {
  navigator: 'api.Navigator',
  document: 'api.Document',
  location: 'api.Location',
  history: 'api.History',
  crypto: 'api.Crypto',
  caches: 'api.CacheStorage',
  indexedDB: 'api.IDBFactory',
  performance: 'api.Performance',
  window: 'api.Window',
  self: 'api.Window',
  globalThis: 'api.Window',
};

/** Paths in MDN's data of what a script uses and an old browser lacks: syntax, globals, members, methods. */
export function tooNewInScript(code: string): Set<string> {
  const found = new Set<string>();
  const need = (path: string) => {
    if (lackedBy(path)?.length) found.add(path);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Anything, need);
  return found;
}

type Anything = Node & Record<string, unknown>;
type Need = (path: string) => void;

function visit(node: Anything, need: Need): void {
  SYNTAX[node.type]?.(node, need);
  if (node.type === 'MemberExpression') useMember(node, need);
  if (node.type === 'CallExpression') useMethod(node, need);
  if (node.type === 'Identifier') useGlobal(String(node.name), need);
  for (const [key, child] of Object.entries(node)) {
    if (isName(node, key)) continue;
    for (const one of Array.isArray(child) ? child : [child])
      if (one && typeof one === 'object' && 'type' in one) visit(one as Anything, need);
  }
}

/** `x.name`, `{ name: … }`, `name() {}`: a name of something, and no variable. */
function isName(node: Anything, key: string): boolean {
  const names = key === 'property' || key === 'key' || key === 'imported' || key === 'exported';
  return names && node.computed !== true && (node[key] as Anything | null)?.type !== 'PrivateIdentifier';
}

function useGlobal(name: string, need: Need): void {
  // After minifying, a local name this long does not occur.
  if (name.length < 5) return;
  for (const path of [`api.${name}`, `api.Window.${name}`, `javascript.builtins.${name}`]) need(path);
}

/** A member of an object that is named, or of a class: `navigator.locks`, `Object.hasOwn`. */
function useMember(node: Anything, need: Need): void {
  const { object, property, computed } = node as unknown as {
    object: Anything;
    property: Anything;
    computed: boolean;
  };
  if (computed || property.type !== 'Identifier' || object.type !== 'Identifier') return;
  const [owner, member] = [String(object.name), String(property.name)];
  const known = OWNERS[owner];
  const paths = known
    ? [`${known}.${member}`]
    : [`api.${owner}.${member}_static`, `javascript.builtins.${owner}.${member}`];
  for (const path of paths) need(path);
}

/** `x.name(…)`: too new when no object that has such a method has it in every old browser. */
function useMethod(node: Anything, need: Need): void {
  const callee = node.callee as Anything;
  const property = callee.property as Anything | undefined;
  if (callee.type !== 'MemberExpression' || callee.computed || property?.type !== 'Identifier') return;
  const known = membersNamed(String(property.name));
  if (known.length > 0 && known.every((path) => lackedBy(path)?.length)) need(known[0]!);
}

const JS = 'javascript';
const CLASSES = `${JS}.classes`;

const SYNTAX: Readonly<Record<string, (node: Anything, need: Need) => void>> = {
  ChainExpression: (_, need) => need(`${JS}.operators.optional_chaining`),
  LogicalExpression: ({ operator }, need) => operator === '??' && need(`${JS}.operators.nullish_coalescing`),
  AssignmentExpression: ({ operator }, need) => {
    if (operator === '??=') need(`${JS}.operators.nullish_coalescing_assignment`);
    if (operator === '||=') need(`${JS}.operators.logical_or_assignment`);
    if (operator === '&&=') need(`${JS}.operators.logical_and_assignment`);
  },
  PropertyDefinition: (node, need) => {
    const isPrivate = (node.key as Anything).type === 'PrivateIdentifier';
    need(`${CLASSES}.${isPrivate ? 'private_class_fields' : 'public_class_fields'}`);
    if (node.static) need(`${CLASSES}.static.class_fields`);
  },
  MethodDefinition: (node, need) =>
    (node.key as Anything).type === 'PrivateIdentifier' && need(`${CLASSES}.private_class_methods`),
  StaticBlock: (_, need) => need(`${CLASSES}.static.initialization_blocks`),
  ExportAllDeclaration: ({ exported }, need) => exported && need(`${JS}.statements.export.namespace`),
  ImportExpression: (_, need) => need(`${JS}.operators.import`),
  MetaProperty: (_, need) => need(`${JS}.operators.import_meta`),
  Literal: (node, need) => {
    if (typeof node.bigint === 'string') need(`${JS}.builtins.BigInt`);
    const regex = node.regex as { pattern: string; flags: string } | undefined;
    if (!regex) return;
    if (/\(\?<[=!]/.test(regex.pattern)) need(`${JS}.regular_expressions.lookbehind_assertion`);
    if (/\(\?<[^=!]/.test(regex.pattern)) need(`${JS}.regular_expressions.named_capturing_group`);
    if (/\\[pP]\{/.test(regex.pattern)) need(`${JS}.regular_expressions.unicode_character_class_escape`);
    if (regex.flags.includes('v')) need(`${JS}.builtins.RegExp.unicodeSets`);
    if (regex.flags.includes('d')) need(`${JS}.builtins.RegExp.hasIndices`);
  },
};
