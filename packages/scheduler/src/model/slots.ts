import type { Half, Problem } from '@ganwan/shared/schedule/problem';

export interface Slots {
  slots: number;
  slotNumber: ReadonlyMap<string, number>;
  days: number;
  dayOf: Int32Array;
  slotsOfDay: readonly Int32Array[];
  /** Half days: slots of one day and half. */
  halves: number;
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
  const halves = group(slots.map(({ day, half }) => `${day} ${half}`));
  return {
    slots: slots.length,
    slotNumber: new Map(slots.map(({ id }, at) => [id, at])),
    days: days.members.length,
    dayOf: days.of,
    slotsOfDay: days.members,
    halves: halves.members.length,
    halfOf: halves.of,
    slotsOfHalf: halves.members,
    partOf: slots.map(({ half }) => half),
    starts: Int32Array.from(slots, ({ starts }) => minutes(starts)),
    ends: Int32Array.from(slots, ({ ends }) => minutes(ends)),
  };
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Groups are counted in the order in which they first come. */
function group(keys: readonly string[]): { of: Int32Array; members: Int32Array[] } {
  const seen = new Map<string, number[]>();
  keys.forEach((key, at) => seen.set(key, [...(seen.get(key) ?? []), at]));
  const order = [...seen.keys()];
  return { of: Int32Array.from(keys, (key) => order.indexOf(key)), members: order.map((key) => Int32Array.from(seen.get(key)!)) };
}
