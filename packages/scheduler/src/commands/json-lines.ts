/** The line of a JSON text on which what a path leads to begins, or the last thing on the way that is there. The text must be valid. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  let at = 0;
  const space = () => {
    while (/\s/.test(text[at] ?? '')) at += 1;
  };
  const string = (): string => {
    const from = at;
    at += 1;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at += 1;
    return JSON.parse(text.slice(from, at)) as string;
  };
  let found = 0;
  const value = (rest: readonly PropertyKey[] | null): void => {
    space();
    if (rest) found = at;
    const open = text[at];
    if (open === '"') string();
    else if (open !== '{' && open !== '[') while (/[^\s,\]}]/.test(text[at] ?? ' ')) at += 1;
    else {
      at += 1;
      for (let index = 0; ; index += 1) {
        space();
        if (text[at] === ',') at += 1;
        space();
        if (text[at] === '}' || text[at] === ']') break;
        let key: PropertyKey = index;
        if (open === '{') {
          key = string();
          space();
          at += 1;
        }
        value(rest && rest.length > 0 && String(rest[0]) === String(key) ? rest.slice(1) : null);
      }
      at += 1;
    }
  };
  value(path);
  return lineAt(text, found);
}

export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

const white = /[ \t\n\r]*/y;
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const simple = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON, or is nested deeper than anything that is meant: what is thrown for it does not always tell. Null for JSON. */
export function faultIn(json: string): number | null {
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.test(json);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const sign = (one: string) => {
    take(white);
    if (json[at] !== one) return false;
    at += 1;
    return true;
  };
  const key = () => {
    take(white);
    return take(text) && sign(':');
  };
  const open: string[] = [];
  for (;;) {
    take(white);
    const opens = json[at] === '{' || json[at] === '[' ? json[at]! : null;
    if (opens) {
      if (open.length === deepest) return at;
      at += 1;
      open.push(opens === '{' ? '}' : ']');
      if (!sign(open.at(-1)!)) {
        if (opens === '{' && !key()) return at;
        continue;
      }
      open.pop();
    } else if (!take(simple)) return at;
    while (open.length && sign(open.at(-1)!)) open.pop();
    if (!open.length) {
      take(white);
      return at === json.length ? null : at;
    }
    if (!sign(',') || (open.at(-1) === '}' && !key())) return at;
  }
}

const deepest = 100;
