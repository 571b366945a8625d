/** A file that cannot be read: says in which line, and what was expected there. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  readonly line: number;
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}

/** What stands behind a name, with the line where it begins. A table has rows of numbers; a set is a list of numbers. */
export type Value =
  | { kind: 'number'; line: number; number: number }
  | { kind: 'set'; line: number; numbers: number[] }
  | { kind: 'list'; line: number; values: Value[] }
  | { kind: 'table'; line: number; rows: { line: number; numbers: number[] }[] };

interface Token {
  line: number;
  text: string;
}

/** `name = value;` of a MiniZinc data file: whole numbers, sets, ranges in sets, lists and tables. */
export function valuesOf(text: string): Map<string, Value> {
  const tokens = tokensOf(text);
  const values = new Map<string, Value>();
  let at = 0;
  const last = tokens.at(-1)?.line ?? 1;
  const peek = () => tokens[at]?.text;
  const take = (expected: string, fits: (found: string) => boolean = (found) => found === expected): Token => {
    const token = tokens[at];
    if (!token) throw new Unreadable(last, `expected ${expected}, found the end of the file`);
    if (!fits(token.text)) throw new Unreadable(token.line, `expected ${expected}, found ${token.text}`);
    at += 1;
    return token;
  };
  const number = (): number => Number(take('a whole number', (found) => /^-?\d+$/.test(found)).text);
  /** Things between commas, up to a closing sign; a comma before it is allowed. */
  const until = <Thing>(close: string, one: () => Thing): Thing[] => {
    const things: Thing[] = [];
    while (peek() !== close) {
      things.push(one());
      if (peek() !== close) take(`, or ${close}`, (found) => found === ',');
    }
    return things;
  };
  const set = (line: number): Value => {
    take('{');
    const numbers = until('}', () => {
      const from = number();
      if (peek() !== '..') return [from];
      take('..');
      const to = number();
      if (to - from > 100_000) throw new Unreadable(line, `expected a set of moderate size, found ${from}..${to}`);
      return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
    }).flat();
    take('}');
    return { kind: 'set', line, numbers };
  };
  const table = (line: number): Value => {
    take('[|');
    const rows = [];
    while (peek() !== '|]') {
      const rowLine = tokens[at]?.line ?? last;
      const numbers: number[] = [];
      while (peek() !== '|' && peek() !== '|]') {
        numbers.push(number());
        if (peek() !== '|' && peek() !== '|]') take(', or |', (found) => found === ',');
      }
      rows.push({ line: rowLine, numbers });
      if (peek() === '|') take('|');
    }
    take('|]');
    return { kind: 'table', line, rows };
  };
  const value = (): Value => {
    const token = take('a number, a set, a list or a table', (found) => /^-?\d+$|^[{[]|^\[\|$/.test(found));
    at -= 1;
    if (token.text === '{') return set(token.line);
    if (token.text === '[|') return table(token.line);
    if (token.text !== '[') return { kind: 'number', line: token.line, number: number() };
    take('[');
    const values = until(']', value);
    take(']');
    return { kind: 'list', line: token.line, values };
  };
  while (at < tokens.length) {
    const name = take('a name', (found) => /^[A-Za-z_]\w*$/.test(found));
    if (values.has(name.text)) throw new Unreadable(name.line, `expected ${name.text} once, found it again`);
    take('=');
    values.set(name.text, value());
    if (at < tokens.length) take(';');
  }
  return values;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  text.split('\n').forEach((row, index) => {
    for (const [found] of row.replace(/%.*/, '').matchAll(/\[\||\|\]|\.\.|-?\d+|\w+|[^\s\w]/g)) tokens.push({ line: index + 1, text: found });
  });
  return tokens;
}
