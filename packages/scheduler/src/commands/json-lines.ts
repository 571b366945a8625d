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
