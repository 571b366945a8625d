import type { Half, Problem } from '@ganwan/shared/schedule/problem';

export interface Slots {
  slots: number;
  slotNumber: ReadonlyMap<string, number>;
  days: number;
  dayNumber: ReadonlyMap<string, number>;
  dayOf: Int32Array;
  slotsOfDay: readonly Int32Array[];
  /** Half days: slots of one day and half. */
  halves: number;
  /** By {@link halfName}. */
  halfNumber: ReadonlyMap<string, number>;
  halfOf: Int32Array;
  slotsOfHalf: readonly Int32Array[];
  /** Per slot, `morning` or `afternoon`. */
  partOf: readonly Half[];
  /** Minutes of the day. */
  starts: Int32Array;
  ends: Int32Array;
}

export function slotsOf({ slots }: Problem): Slots {
  const days = group(slots.map(({ day }) => day));
  const halves = group(slots.map(({ day, half }) => halfName(day, half)));
  return {
    slots: slots.length,
    slotNumber: new Map(slots.map(({ id }, at) => [id, at])),
    days: days.members.length,
    dayNumber: days.number,
    dayOf: days.of,
    slotsOfDay: days.members,
    halves: halves.members.length,
    halfNumber: halves.number,
    halfOf: halves.of,
    slotsOfHalf: halves.members,
    partOf: slots.map(({ half }) => half),
    starts: Int32Array.from(slots, ({ starts }) => minutes(starts)),
    ends: Int32Array.from(slots, ({ ends }) => minutes(ends)),
  };
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const halfName = (day: string, half: Half) => `${day} ${half}`;

/** Groups are counted in the order in which they first come. */
function group(keys: readonly string[]): { number: Map<string, number>; of: Int32Array; members: Int32Array[] } {
  const number = new Map([...new Set(keys)].map((key, at) => [key, at]));
  const members: number[][] = [...number].map(() => []);
  keys.forEach((key, at) => members[number.get(key)!]!.push(at));
  return { number, of: Int32Array.from(keys, (key) => number.get(key)!), members: members.map((slots) => Int32Array.from(slots)) };
}
