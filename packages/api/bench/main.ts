import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A bench prints what it does on stderr and gives its figures. */
export type Bench = (say: (line: string) => void, args: string[]) => Promise<Record<string, unknown>>;

const [name = '', ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
if (!/^[a-z]+$/.test(name) || name === 'main' || !existsSync(file)) {
  console.error('bench <name> --json, where <name> is chat, import, schedule, search or week');
  process.exit(1);
}
const { bench } = (await import(file)) as { bench: Bench };
const figures = await bench((line) => console.error(line), args).catch((error: unknown) => {
  // What a person can mend, such as a missing data folder or a mistyped option, is a sentence, not a stack.
  const isRefusal = error instanceof Error && (error.name === 'BenchRefusal' || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')));
  if (!isRefusal) throw error;
  console.error(error.message);
  process.exit(1);
});
console.log(args.includes('--json') ? JSON.stringify(figures) : figures);
process.exit(0);
