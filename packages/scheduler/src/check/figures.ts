import type { Person, Problem, Slot, Weights, Wish } from '@ganwan/shared/schedule/problem';
import type { Figures } from '@ganwan/shared/schedule/schedule';
import { groupBy, type Book, type Held } from './book.ts';
import { blockedPairs, isPresent, isVetoed, knows } from './each-meeting.ts';

/** The figures of every level, counted from the schedule itself. */
export function figuresOf(book: Book): Figures {
  const { problem, ofWish, ofPerson } = book;
  const blocked = blockedPairs(problem);
  const open = problem.wishes.filter((wish) => !isVetoed(wish) && !blocked(wish.buyer, wish.supplier));
  const placed = [...ofWish.values()].map((one) => one.wish);
  const possible = possibleMeetings(problem, open);
  const counted = problem.people.filter((person) => possible.has(person.id));
  const missed = counted.map((person) => ({ side: person.side, missed: missedBy(book, person, possible.get(person.id)!) }));
  return {
    wishes: open.length,
    placed: placed.length,
    musts: open.filter(isMust).length,
    mustsPlaced: placed.filter(isMust).length,
    fewest: counted.length === 0 ? 0 : Math.min(...counted.map((person) => ofPerson.get(person.id)?.length ?? 0)),
    unevenness: sum([...groupBy(missed, ({ side }) => side).values()].map((side) => Math.max(...side.map((one) => one.missed)))),
    score: sum(placed.map((wish) => pointsOf(wish, problem.rules.weights))),
    breaks: sum(problem.people.map((person) => breaksOf(book, person.id))),
    tableChanges: problem.rules.countTableChanges ? sum([...ofPerson].map(([person, held]) => tableChanges(held.filter((one) => one.buyer.id === person)))) : 0,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const isMust = (wish: Wish) => wish.buyerSays?.says === 'must' || wish.supplierSays?.says === 'must';

/** Points of a placed wish; see `Weights`. */
export function pointsOf({ buyerSays, supplierSays }: Wish, weights: Weights): number {
  const ofRank = (rank: number | null) => (rank === null ? 1 : Math.max(1, weights.ranks + 1 - rank));
  const of = (voice: Wish['buyerSays'], weight: number) => (voice === null || voice.says === 'no' ? 0 : weight * ofRank(voice.rank));
  const mutual = buyerSays !== null && supplierSays !== null && buyerSays.says !== 'no' && supplierSays.says !== 'no';
  return (mutual ? weights.mutual : 0) + of(buyerSays, weights.buyer) + of(supplierSays, weights.supplier);
}

/** For everybody who can hold a wish, which: there is a slot it allows in which they and somebody of the other side are there. */
function possibleMeetings(problem: Problem, open: readonly Wish[]): Map<string, Wish[]> {
  const peopleOf = groupBy(problem.people, (person) => person.enterprise);
  const present = new Map(problem.people.map((person) => [person.id, new Set(problem.slots.filter((slot) => isPresent(person, slot)))]));
  const possible = new Map<string, Wish[]>();
  for (const wish of open) {
    const allowed = problem.slots.filter((slot) => (wish.half === null || wish.half === slot.half) && (wish.slot === null || wish.slot === slot.id));
    const [buyers, suppliers] = [wish.buyer, wish.supplier].map((enterprise) => (peopleOf.get(enterprise) ?? []).filter((person) => knows(person, wish)));
    const meets = (one: Person, others: readonly Person[]) => others.some((other) => other !== one && allowed.some((slot) => present.get(one.id)!.has(slot) && present.get(other.id)!.has(slot)));
    const can = new Set([...buyers!.filter((one) => meets(one, suppliers!)), ...suppliers!.filter((one) => meets(one, buyers!))]);
    for (const { id } of can) {
      if (!possible.has(id)) possible.set(id, []);
      possible.get(id)!.push(wish);
    }
  }
  return possible;
}

/** What could still have been theirs: wishes they can hold that nobody holds, as far as their days have room. */
function missedBy({ problem, ofPerson, ofWish }: Book, person: Person, possible: readonly Wish[]): number {
  const days = groupBy(problem.slots.filter((slot) => isPresent(person, slot)), (slot) => slot.day);
  const limit = (day: string) => (person.mostPerDay === null ? Infinity : person.mostPerDay + person.oneMoreOn.filter((other) => other === day).length);
  const room = sum([...days].map(([day, slots]) => Math.min(slots.length, limit(day)))) - (ofPerson.get(person.id)?.length ?? 0);
  return Math.min(possible.filter((wish) => !ofWish.has(wish.id)).length, Math.max(0, room));
}

/** Runs of slots without a meeting between two meetings of one day, over all days. */
export function breaksOf(book: Book, person: string): number {
  const busy = new Set((book.ofPerson.get(person) ?? []).map((one) => one.slot.id));
  if (busy.size < 2) return 0;
  return sum([...daysOf(book.problem).values()].map((slots) => {
    const at = slots.flatMap((slot, index) => (busy.has(slot.id) ? [index] : []));
    return at.filter((place, index) => index > 0 && place - at[index - 1]! > 1).length;
  }));
}

const tableChanges = (held: readonly Held[]) => held.filter((one, index) => index > 0 && held[index - 1]!.table.id !== one.table.id).length;

const days = new WeakMap<Problem, Map<string, Slot[]>>();
function daysOf(problem: Problem): Map<string, Slot[]> {
  const known = days.get(problem) ?? groupBy(problem.slots, (slot) => slot.day);
  days.set(problem, known);
  return known;
}
