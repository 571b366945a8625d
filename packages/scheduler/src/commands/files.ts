import { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { Bounds, Figures, Schedule } from '@ganwan/shared/schedule/schedule';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { numberOf, readDzn } from '#dzn/read';
import { Unreadable } from '#dzn/values';
import { faultIn, lineAt, lineOf } from './json-lines.ts';

/** What a person can mend, as a sentence. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** A file of the public format by its ending, of the product's own otherwise. */
export function readProblem(file: string, fairness: number): Problem {
  if (!file.endsWith('.dzn')) return readJson(file, Problem);
  try {
    return readDzn(textOf(file), fairness);
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal(`${file}, ${error.message}`);
    throw error;
  }
}

const Written = z.object({ meetings: z.array(PlacedMeeting), status: Schedule.shape.status.optional(), figures: Figures.optional(), bounds: Bounds.optional() });
const Numbered = z.object({ meetings: z.array(z.strictObject({ meeting: z.int().min(1), slot: z.int().min(1), table: z.int().min(1) })) });

/** A schedule as `solve` writes it, for either format, with the figures and bounds that it states. */
export function readSchedule(file: string, problem: Problem, isPublic: boolean): { meetings: PlacedMeeting[]; figures?: Figures; bounds?: Bounds } {
  if (!isPublic) {
    const { meetings, figures, bounds } = readJson(file, Written);
    return { meetings, ...(figures && { figures }), ...(bounds && { bounds }) };
  }
  const lists = { meeting: byNumber(problem.wishes), slot: byNumber(problem.slots), table: byNumber(problem.tables) };
  const named = Numbered.superRefine(({ meetings }, context) => {
    for (const [at, one] of meetings.entries())
      for (const kind of ['meeting', 'slot', 'table'] as const)
        if (!lists[kind].has(one[kind])) context.addIssue({ code: 'custom', path: ['meetings', at, kind], message: `expected a ${kind} from 1 to ${lists[kind].size}, found ${one[kind]}` });
  });
  return {
    meetings: readJson(file, named).meetings.map(({ meeting, slot, table }) => {
      const { id: wish, buyer, supplier } = lists.meeting.get(meeting)!;
      return { wish, slot: lists.slot.get(slot)!.id, table: lists.table.get(table)!.id, buyer, supplier, interpreter: null };
    }),
  };
}

const byNumber = <Thing extends { id: string }>(things: readonly Thing[]) => new Map(things.map((thing) => [numberOf(thing.id), thing]));

/** A name as it was typed: with the public format a number will do. */
export const typed = (things: readonly { id: string }[], name: string, isPublic: boolean): string =>
  (isPublic && /^\d+$/.test(name) ? byNumber(things).get(Number(name))?.id : undefined) ?? name;

/** By meeting, in the numbers of the public format. */
export const numbered = (meetings: readonly PlacedMeeting[]) =>
  meetings.map(({ wish, slot, table }) => ({ meeting: numberOf(wish), slot: numberOf(slot), table: numberOf(table) })).sort((one, other) => one.meeting - other.meeting);

/** Faults of one file that are told at once. */
const mostFaults = 5;

/** Refuses with the lines and what was expected there. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const text = textOf(file);
  const fault = faultIn(text);
  if (fault !== null) throw new Refusal(`${file}, line ${lineAt(text, fault)}: expected JSON, found ${/^.{1,20}/.exec(text.slice(fault))?.[0] ?? 'the end'}`);
  const result = schema.safeParse(JSON.parse(text), { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  const faults = issues.slice(0, mostFaults).map((issue) => `${file}, line ${lineOf(text, issue.path)}: ${issue.path.length ? `${issue.path.map(String).join('.')}: ` : ''}${expectedIn(issue)}`);
  throw new Refusal([...faults, ...(issues.length > mostFaults ? [`and ${issues.length - mostFaults} more`] : [])].join('\n'));
}

/** The schema's own words, but where they only say what is wrong. */
function expectedIn(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `expected nothing called ${issue.keys.join(' or ')}`;
  if (issue.code === 'invalid_format') return `expected ${formats[issue.format] ?? issue.format}, found ${JSON.stringify(issue.input)}`;
  return issue.message;
}

const formats: Record<string, string> = { date: 'a day such as 2026-05-20', time: 'a time such as 09:30' };

function textOf(file: string): string {
  try {
    // Some programs begin a file with a mark of its byte order.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Refusal(`expected a file that can be read, found ${unread[codeOf(error)] ?? codeOf(error)} at ${file}`);
  }
}

const unread: Record<string, string> = { ENOENT: 'none', EISDIR: 'a folder', EACCES: 'one that may not be read' };
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));

/** A file that cannot be written is told before any work is done for it. */
export function toWrite(file: string): (value: unknown) => void {
  const put = (text: string, flag: string) => {
    try {
      writeFileSync(file, text, { flag });
    } catch {
      throw new Refusal(`expected a file that can be written, cannot write ${file}`);
    }
  };
  put('', 'a');
  return (value) => put(`${JSON.stringify(value)}\n`, 'w');
}
