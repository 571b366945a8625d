import { Problem, type ProblemFile } from '@ganwan/shared/schedule/problem';
import { Unreadable, type Value, valuesOf } from './values.ts';

/**
 * The public B2B meeting scheduling format (Bofill and others, JAIR 74, 2022) as a problem: a participant is an
 * enterprise with one person, every meeting must be placed, tables are all alike. Participant, meeting, slot and table
 * n are called `p`, `m`, `s`, `t` and n, padded. `fairness` is d, by how many breaks two participants may differ.
 * Throws {@link Unreadable}.
 */
export function readDzn(text: string, fairness: number): Problem {
  const values = valuesOf(text);
  const whole = (name: string, from: number, to: number) => inRange(get(values, name, 'number'), name, from, to);
  const people = whole('nBusiness', 1, 10_000);
  const meetings = whole('nMeetings', 0, 100_000);
  const tables = whole('nTables', 1, 2000);
  const slots = whole('nTotalSlots', 1, 400);
  const morning = whole('nMorningSlots', 0, slots);
  const name = { person: named('p', people), meeting: named('m', meetings), slot: named('s', slots), table: named('t', tables) };

  const requested = rowsOf(get(values, 'requested', meetings ? 'table' : null), meetings);
  const forbidden = listOf(values, 'forbidden', people).map((value, at) => numbersOf(value, `forbidden of participant ${at + 1}`, 0, slots).filter((slot) => slot > 0));
  const fixed = listOf(values, 'fixed', meetings).map((value, at) => inRange(value, `fixed of meeting ${at + 1}`, 0, slots));
  const earlier = listOf(values, 'precedences', meetings).map((value, at) => numbersOf(value, `precedences of meeting ${at + 1}`, 0, meetings).filter((meeting) => meeting > 0));

  const file: ProblemFile = {
    slots: clock(slots).map((times, at) => ({ id: name.slot(at + 1), day: '2022-05-16', half: at < morning ? 'morning' : 'afternoon', ...times })),
    tables: Array.from({ length: tables }, (_, at) => ({ id: name.table(at + 1) })),
    people: Array.from({ length: people }, (_, at) => {
      const id = name.person(at + 1);
      return { id, enterprise: id, side: 'either', unavailable: (forbidden[at] ?? []).map(name.slot) };
    }),
    wishes: requested.map(({ line, numbers }, at) => {
      const [buyer, supplier, session] = meetingOf(line, numbers, at + 1, people);
      const half = ([null, 'morning', 'afternoon', null] as const)[session]!;
      return { id: name.meeting(at + 1), buyer: name.person(buyer), supplier: name.person(supplier), buyerSays: { says: 'want' }, supplierSays: { says: 'want' }, half, slot: fixed[at] ? name.slot(fixed[at]) : null };
    }),
    precedences: earlier.flatMap((before, at) => before.map((meeting) => ({ before: name.meeting(meeting), after: name.meeting(at + 1) }))),
    rules: { buyerKeepsTable: false, placeEverything: true, breakSpread: fairness, countTableChanges: false },
  };
  return Problem.parse(file);
}

/** The number in a name that {@link readDzn} gave. */
export const numberOf = (name: string): number => Number(name.slice(1));

const named = (letter: string, count: number) => (number: number) => `${letter}${String(number).padStart(String(count).length, '0')}`;

/** Slots of one day, one after the other. */
function clock(slots: number): { starts: string; ends: string }[] {
  const long = Math.min(20, Math.floor(900 / slots));
  const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return Array.from({ length: slots }, (_, at) => ({ starts: time(540 + at * long), ends: time(540 + (at + 1) * long) }));
}

function get<Kind extends Value['kind']>(values: Map<string, Value>, name: string, kind: Kind | null): Extract<Value, { kind: Kind }> {
  const value = values.get(name);
  if (!value) throw new Unreadable(1, `expected ${name}, which is nowhere in the file`);
  if (kind !== null && value.kind !== kind) throw new Unreadable(value.line, `expected ${name} to be a ${kind}, found a ${value.kind}`);
  return value as Extract<Value, { kind: Kind }>;
}

function inRange(value: Value, what: string, from: number, to: number): number {
  if (value.kind !== 'number') throw new Unreadable(value.line, `expected ${what} to be a number, found a ${value.kind}`);
  if (value.number < from || value.number > to) throw new Unreadable(value.line, `expected ${what} to be from ${from} to ${to}, found ${value.number}`);
  return value.number;
}

function listOf(values: Map<string, Value>, name: string, length: number): Value[] {
  const list = get(values, name, 'list');
  if (list.values.length !== length) throw new Unreadable(list.line, `expected ${name} to have ${length} entries, found ${list.values.length}`);
  return list.values;
}

function numbersOf(value: Value, what: string, from: number, to: number): number[] {
  if (value.kind !== 'set') throw new Unreadable(value.line, `expected ${what} to be a set, found a ${value.kind}`);
  return [...new Set(value.numbers.map((number) => inRange({ kind: 'number', line: value.line, number }, what, from, to)))];
}

function rowsOf(table: Value, meetings: number) {
  const rows = table.kind === 'table' ? table.rows : [];
  if (rows.length !== meetings) throw new Unreadable(table.line, `expected requested to have ${meetings} rows, found ${rows.length}`);
  return rows;
}

function meetingOf(line: number, numbers: number[], meeting: number, people: number): [number, number, number] {
  const [one = 0, other = 0, session = 0, ...rest] = numbers;
  const what = `expected requested of meeting ${meeting} to be`;
  if (numbers.length < 3 || rest.length) throw new Unreadable(line, `${what} two participants and a session, found ${numbers.length} numbers`);
  for (const person of [one, other]) if (person < 1 || person > people) throw new Unreadable(line, `${what} participants from 1 to ${people}, found ${person}`);
  if (one === other) throw new Unreadable(line, `${what} two different participants, found ${one} twice`);
  if (session < 1 || session > 3) throw new Unreadable(line, `${what} in session 1, 2 or 3, found ${session}`);
  return [one, other, session];
}
