import type { Model } from '#model/model';
import { allOf, anyOf, atMost, count } from './logic.ts';
import type { Meetings } from './meetings.ts';
import type { Literal, Sat } from './sat.ts';

/** Limits per day, breaks per half day and the spread of breaks. Gives the literal of every break there can be. */
export function people(m: Meetings): Literal[] {
  const { sat, model, busy } = m;
  const { slots, halves } = model;
  const breaks = Array.from({ length: model.people }, (_, person) => {
    const mine = [...busy.subarray(person * slots, (person + 1) * slots)];
    model.slotsOfDay.forEach((day, at) => atMost(sat, [...day].map((slot) => mine[slot]!), model.mostOn[person * model.days + at]!));
    model.slotsOfHalf.forEach((half, at) => model.breakIn[person * halves + at] && sat.add(...[...half].map((slot) => -mine[slot]!)));
    return breaksOf(sat, model, mine, sureMeetings(model, person));
  });
  if (model.rules.breakSpread !== null) spread(sat, breaks, model.rules.breakSpread);
  return breaks.flat();
}

/** How many meetings a person has in every schedule; null when that is open. */
function sureMeetings({ rules, naming, buyersOf, suppliersOf }: Model, person: number): number | null {
  const theirs = [...naming[person]!].flatMap((wish) => [buyersOf[wish]!, suppliersOf[wish]!]).filter((people) => people.includes(person));
  return rules.placeEverything && theirs.every((people) => people.length === 1) ? theirs.length : null;
}

/** A break begins where a person was busy the slot before, is not now, and will be again that day. */
function breaksOf(sat: Sat, model: Model, mine: Literal[], sure: number | null): Literal[] {
  const done = sure === null ? null : counted(sat, mine, sure);
  return model.slotsOfDay.flatMap((day) => {
    const breaks: Literal[] = [];
    let later: Literal = mine[day.at(-1)!]!;
    for (let at = day.length - 2; at > 0; at -= 1) {
      const [slot, before] = [day[at]!, day[at - 1]!];
      const again = done && model.days === 1 ? -done[slot]! : later;
      const begins = allOf(sat, mine[before]!, -mine[slot]!, again);
      if (begins !== sat.no) breaks.push(begins);
      if (!done || model.days > 1) later = anyOf(sat, [later, mine[slot]!]);
    }
    return breaks;
  });
}

/**
 * Exactly so many of these hold: row by row, whether at least so many of the first ones do. Gives for each whether with
 * it all have been. Far stronger than what follows from the single meetings.
 */
function counted(sat: Sat, literals: readonly Literal[], exactly: number): Literal[] {
  if (exactly === 0) {
    for (const literal of literals) sat.add(-literal);
    return literals.map(() => sat.yes);
  }
  let above = Array.from({ length: exactly + 1 }, () => sat.no);
  return literals.map((literal, at) => {
    const rest = literals.length - 1 - at;
    const row = above.map((_, many) => (many === 0 || many > at + 1 ? sat.no : many <= exactly - rest ? sat.yes : sat.fresh()));
    for (let many = 1; many <= exactly; many += 1) {
      const one = many === 1 ? sat.yes : above[many - 1]!;
      sat.add(-above[many]!, row[many]!);
      sat.add(-literal, -one, row[many]!);
      sat.add(-row[many]!, above[many]!, literal);
      sat.add(-row[many]!, above[many]!, one);
    }
    // With all of them before it, this one is not.
    sat.add(-above[exactly]!, -literal);
    above = row;
    return row[exactly]!;
  });
}

/** If anybody has more than `most` breaks, everybody has as many as that is more. */
function spread(sat: Sat, breaks: readonly (readonly Literal[])[], most: number): void {
  const least = Math.min(...breaks.map((mine) => mine.length));
  const totals = breaks.map((mine) => count(sat, mine, most + 1 + least, true));
  for (let more = 1; more <= least + 1; more += 1) {
    const everybody = allOf(sat, ...totals.map((total) => total[more - 1] ?? sat.no));
    for (const total of totals) if (total.length >= most + more) sat.add(-total[most + more - 1]!, everybody);
  }
}
