import { parseArgs } from 'node:util';
import { Refusal } from './files.ts';

export const usage = `schedule solve PROBLEM [--fairness 2] [--seconds 60] [--seed 1] [--steps N] [--out OUT.json]
schedule check PROBLEM SCHEDULE [--fairness 2]
schedule explain PROBLEM SCHEDULE --wish ID [--fairness 2]
schedule repair PROBLEM SCHEDULE [--cancel ID] [--add WISH.json] [--no-show PERSON --from SLOT] [--late PERSON --until SLOT]
                [--table-gone TABLE --from SLOT] [--now SLOT] [--checked-in ID] [--refill] [--fairness 2] [--out OUT.json] [--problem-out NEW.json]
PROBLEM is a .dzn file of the public format, for which --fairness is, or a .json file of the product's own.`;

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const options = {
  fairness: text, seconds: text, seed: text, steps: text, out: text, 'problem-out': text, wish: text, now: text, from: text, until: text,
  cancel: many, add: many, 'no-show': many, late: many, 'table-gone': many, 'checked-in': many, refill: flag, help: flag,
} as const;
type Option = keyof typeof options;

const takes = {
  solve: ['fairness', 'seconds', 'seed', 'steps', 'out'],
  check: ['fairness'],
  explain: ['fairness', 'wish'],
  repair: ['fairness', 'cancel', 'add', 'no-show', 'late', 'table-gone', 'from', 'until', 'now', 'checked-in', 'refill', 'out', 'problem-out'],
} as const satisfies Record<string, readonly Option[]>;
export type Command = keyof typeof takes;
export type Values = ReturnType<typeof read>['values'];

export interface Typed {
  command: Command;
  values: Values;
  /** Of the problem and, but for `solve`, of the schedule. */
  files: [string, string];
}

/** What was typed, or null where only the usage is asked for. Throws {@link Refusal} for what no command takes. */
export function typedIn(args: readonly string[]): Typed | null {
  const { values, positionals: [command = '', ...files] } = read(args);
  if (values.help) return null;
  if (!isCommand(command)) throw refusal(`expected solve, check, explain or repair, found ${command || 'nothing'}`);
  const wanted = command === 'solve' ? 1 : 2;
  if (files.length !== wanted) throw refusal(`expected ${wanted === 1 ? 'one file' : 'two files'} after ${command}, found ${files.join(' ') || 'none'}`);
  const stray = Object.keys(values).find((name) => !takes[command].some((option) => option === name));
  if (stray) throw refusal(`expected no --${stray} for ${command}`);
  return { command, values, files: [files[0]!, files[1] ?? ''] };
}

function read(args: readonly string[]) {
  const { tokens, ...typed } = parsed(args);
  const named = tokens.flatMap((token) => (token.kind === 'option' && options[token.name].type === 'string' && !('multiple' in options[token.name]) ? [token.name] : []));
  const twice = named.find((name, at) => named.indexOf(name) < at);
  if (twice) throw refusal(`expected --${twice} once, found it again`);
  return typed;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: withNegatives(args), options, allowPositionals: true, tokens: true });
  } catch (error) {
    throw refusal((error instanceof Error ? error.message : String(error)).split(/[.\n]/)[0]!);
  }
}

/** A number below 0 is no option, and is refused as the number it is. */
const withNegatives = (args: readonly string[]) =>
  args.flatMap((arg, at) => (/^-\d/.test(arg) ? [] : /^-\d/.test(args[at + 1] ?? '') ? [`${arg}=${args[at + 1]}`] : [arg]));

const isCommand = (word: string): word is Command => word in takes;
const refusal = (sentence: string) => new Refusal(`${sentence}\n${usage}`);

export function whole(values: Values, name: 'fairness' | 'seconds' | 'seed' | 'steps', otherwise: number): number {
  const given = values[name];
  if (given === undefined) return otherwise;
  const [number, is] = [Number(given), name === 'seconds' ? 'a number' : 'a whole number'];
  if (!/^\d+(\.\d+)?$/.test(given) || (name !== 'seconds' && !Number.isSafeInteger(number))) throw new Refusal(`expected ${is} from 0 after --${name}, found ${given}`);
  return number;
}
