import { PlacedMeeting, Problem } from '@ganwan/shared/schedule/problem';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { numberOf, readDzn } from '#dzn/read';
import { Unreadable } from '#dzn/values';
import { lineAt, lineOf } from './json-lines.ts';

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

const Written = z.object({ meetings: z.array(PlacedMeeting) });
const Numbered = z.object({ meetings: z.array(z.strictObject({ meeting: z.int().min(1), slot: z.int().min(1), table: z.int().min(1) })) });

/** A schedule as `solve` writes it, for either format. */
export function readSchedule(file: string, problem: Problem, isPublic: boolean): { meetings: PlacedMeeting[] } {
  if (!isPublic) return { meetings: readJson(file, Written).meetings };
  const thing = <Thing extends { id: string }>(things: readonly Thing[], number: number, kind: string) => {
    const found = things.find(({ id }) => numberOf(id) === number);
    if (!found) throw new Refusal(`${file} names ${kind} ${number}, expected one from 1 to ${things.length}`);
    return found;
  };
  const meetings = readJson(file, Numbered).meetings.map(({ meeting, slot, table }) => {
    const wish = thing(problem.wishes, meeting, 'meeting');
    return { wish: wish.id, slot: thing(problem.slots, slot, 'slot').id, table: thing(problem.tables, table, 'table').id, buyer: wish.buyer, supplier: wish.supplier, interpreter: null };
  });
  return { meetings };
}

/** By meeting, in the numbers of the public format. */
export const numbered = (meetings: readonly PlacedMeeting[]) =>
  meetings.map(({ wish, slot, table }) => ({ meeting: numberOf(wish), slot: numberOf(slot), table: numberOf(table) })).sort((one, other) => one.meeting - other.meeting);

/** Refuses with the line and what was expected there. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const text = textOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(message);
    throw new Refusal(`${file}, line ${lineAt(text, position ? Number(position[1]) : text.length)}: expected JSON: ${message}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new Refusal(`${file}, line ${lineOf(text, path)}: ${path.map(String).join('.')}: ${message}`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Refusal(`expected a file that can be read, found none at ${file}`);
  }
}
