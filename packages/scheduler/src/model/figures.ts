import type { Figures } from '@ganwan/shared/schedule/schedule';
import type { Model } from './model.ts';
import type { Placement } from './placement.ts';

/** The six levels of a placement, as the contract's `Figures` defines them. */
export function figuresOf(model: Model, placement: Placement): Figures {
  const { slots } = model;
  const meetings = new Int32Array(model.people);
  const busy = new Uint8Array(model.people * slots);
  /** Per buyer's person and slot, the table + 1. */
  const tableAt = new Int32Array(model.people * slots);
  const figures = { wishes: 0, placed: 0, musts: 0, mustsPlaced: 0, fewest: 0, unevenness: 0, score: 0, breaks: 0, tableChanges: 0 };
  for (let wish = 0; wish < model.wishes; wish += 1) {
    const must = model.unopposed[wish]! & model.must[wish]!;
    figures.wishes += model.unopposed[wish]!;
    figures.musts += must;
    const [slot, buyer, supplier] = [placement.slot[wish]!, placement.buyer[wish]!, placement.supplier[wish]!];
    if (slot < 0) continue;
    figures.placed += 1;
    figures.mustsPlaced += must;
    figures.score += model.points[wish]!;
    for (const person of [buyer, supplier]) {
      meetings[person]! += 1;
      busy[person * slots + slot] = 1;
    }
    tableAt[buyer * slots + slot] = placement.table[wish]! + 1;
  }
  figures.fewest = fewestOf(model, meetings);
  figures.unevenness = mostMissed(model, placement, meetings).reduce((sum, most) => sum + most);
  for (let person = 0; person < model.people; person += 1) {
    figures.breaks += breaksOf(model, busy, person);
    if (model.rules.countTableChanges) figures.tableChanges += changesOf(tableAt.subarray(person * slots, (person + 1) * slots));
  }
  return figures;
}

function fewestOf({ named }: Model, meetings: Int32Array): number {
  const counts = meetings.filter((_, person) => named[person]);
  return counts.length ? counts.reduce((least, count) => Math.min(least, count)) : 0;
}

/** For each side, the most that one of its people misses. */
function mostMissed({ people, sideOf, naming, presence }: Model, placement: Placement, meetings: Int32Array): [number, number, number] {
  const most: [number, number, number] = [0, 0, 0];
  for (let person = 0; person < people; person += 1) {
    const open = naming[person]!.reduce((sum, wish) => sum + Number(placement.slot[wish]! < 0), 0);
    const side = sideOf[person] as 0 | 1 | 2;
    most[side] = Math.max(most[side], Math.min(open, presence[person]! - meetings[person]!));
  }
  return most;
}

/** Runs of slots without a meeting between two meetings of one day. `busy` is per person and slot. */
export function breaksOf({ slots, slotsOfDay }: Model, busy: Uint8Array, person: number): number {
  let breaks = 0;
  for (const day of slotsOfDay) {
    let last = -1;
    day.forEach((slot, at) => {
      if (!busy[person * slots + slot]) return;
      if (last >= 0 && at > last + 1) breaks += 1;
      last = at;
    });
  }
  return breaks;
}

function changesOf(tables: Int32Array): number {
  const sat = tables.filter((table) => table > 0);
  return sat.reduce((changes, table, at) => changes + Number(at > 0 && table !== sat[at - 1]), 0);
}
