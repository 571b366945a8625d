import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A drill prints what it does on stderr and gives its figures, and whether the promise was kept. */
export type Drill = (say: (line: string) => void, args: string[]) => Promise<{ figures: Record<string, number>; kept: boolean }>;

const [name = '', ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.ts`);
if (!['kill', 'sockets'].includes(name) || !existsSync(file)) {
  console.error('drill kill [--rounds 40] [--unsafe] --json, or drill sockets [--seconds 60] --json');
  process.exit(1);
}
const { drill } = (await import(file)) as { drill: Drill };
const { figures, kept } = await drill((line) => console.error(line), args);
console.log(args.includes('--json') ? JSON.stringify(figures) : figures);
process.exit(kept ? 0 : 1);
