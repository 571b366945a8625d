import { describe, expect, test } from 'vitest';
import type { Message, Reading } from './contract.ts';
import { acknowledged, goingOn, missingAfter, olderBefore, refused, saying, sayingAgain, shown, timelineOf, toSend, unread, withdrawn, withHead, withMessages, withReading, type Timeline } from './timeline.ts';

const me = 'me';
const message = (seq: number, senderId: string): Message => ({ id: `m${seq}`, seq, body: `${seq}`, senderId, files: [], sentAt: new Date(seq * 1000) });

/** Small and repeatable; a failing seed is in the test's name. */
function dice(seed: number) {
  let state = seed * 2654435761 >>> 0;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state % below;
  };
}

type Fact = (timeline: Timeline) => Timeline;

/** A server with a life of its own, and the facts it told on the way. */
function life(roll: (below: number) => number, steps: number) {
  const messages: Message[] = [];
  let readSeq = 0;
  const told: Fact[] = [];
  const reading = (): Reading => ({ readSeq, lastSeq: messages.length, unread: messages.filter(({ seq, senderId }) => seq > readSeq && senderId !== me).length });
  for (let step = 0; step < steps; step++) {
    const what = roll(5);
    if (what < 3) {
      const batch = Array.from({ length: 1 + roll(4) }, (_, n) => message(messages.length + n + 1, roll(2) ? me : 'other'));
      messages.push(...batch);
      told.push((timeline) => withMessages(timeline, batch));
    } else if (what === 3) {
      readSeq = Math.max(readSeq, roll(messages.length + 1));
      const moved = reading();
      told.push((timeline) => withReading(timeline, moved));
    } else {
      const lastSeq = messages.length;
      told.push((timeline) => withHead(timeline, lastSeq));
    }
  }
  return { messages, reading, told };
}

const after = (messages: Message[], seq: number, limit: number) => messages.filter((one) => one.seq > seq).slice(0, limit);
const seen = (timeline: Timeline) => ({ shown: shown(timeline), unread: unread(timeline), missing: missingAfter(timeline), older: olderBefore(timeline) });

describe('old state and events, in any order and twice, are the state of a fresh load', () => {
  test.each(Array.from({ length: 300 }, (_, seed) => [seed + 1]))('seed %i', (seed) => {
    const roll = dice(seed);
    const { messages, reading, told } = life(roll, 3 + roll(30));
    const start = timelineOf(me, { readSeq: 0, lastSeq: 0, unread: 0 }, []);
    const delivered = [...told, ...told.filter(() => roll(2) === 0)];
    for (let n = delivered.length - 1; n > 0; n--) {
      const other = roll(n + 1);
      [delivered[n], delivered[other]] = [delivered[other]!, delivered[n]!];
    }
    const heard = delivered.reduce((timeline, fact) => fact(timeline), start);
    expect(seen(heard)).toEqual(seen(timelineOf(me, reading(), messages)));
  });

  test.each(Array.from({ length: 300 }, (_, seed) => [seed + 1]))('with half of them lost and then asked for, seed %i', (seed) => {
    const roll = dice(seed + 1000);
    const { messages, reading, told } = life(roll, 3 + roll(30));
    const heard = told.filter(() => roll(2) === 0).reduce((timeline, fact) => fact(timeline), timelineOf(me, { readSeq: 0, lastSeq: 0, unread: 0 }, []));
    let timeline = withReading(heard, reading());
    for (let from = missingAfter(timeline); from !== null; from = missingAfter(timeline)) timeline = withMessages(timeline, after(messages, from, 1 + roll(3)));
    expect(seen(timeline)).toEqual(seen(timelineOf(me, reading(), messages)));
  });
});

describe('a timeline', () => {
  const started = timelineOf(me, { readSeq: 8, lastSeq: 10, unread: 2 }, [message(9, 'other'), message(10, 'other')]);

  test('shows nothing past a gap until it is filled', () => {
    const gapped = withMessages(started, [message(12, 'other')]);
    expect(shown(gapped).map(({ seq }) => seq)).toEqual([9, 10]);
    expect(missingAfter(gapped)).toBe(10);
    expect(shown(withMessages(gapped, [message(11, me)])).map(({ seq }) => seq)).toEqual([9, 10, 11, 12]);
  });

  test('grows at its beginning page by page', () => {
    expect(olderBefore(started)).toBe(9);
    const older = withMessages(started, [message(7, me), message(8, me)]);
    expect(olderBefore(older)).toBe(7);
    expect(olderBefore(withMessages(older, Array.from({ length: 6 }, (_, n) => message(n + 1, me))))).toBe(null);
    expect(unread(older)).toBe(2);
  });

  test('keeps what is being said until it comes back as a message, and knows when that is overdue', () => {
    const said = saying(started, { id: 'm11', body: '可以', files: [], at: new Date(0) });
    const acked = acknowledged(said, 11);
    expect([toSend(acked).map(({ id }) => id), missingAfter(acked)]).toEqual([['m11'], 10]);
    const back = withMessages(acked, [message(11, me)]);
    expect([back.outgoing, missingAfter(back), unread(back)]).toEqual([[], null, 2]);
  });

  test('keeps what failed, and says it again under the same id', () => {
    const failed = refused(saying(started, { id: 'x', body: '可以', files: [], at: new Date(0) }), 'x', 'unavailable');
    expect([failed.outgoing[0]?.state, failed.outgoing[0]?.failure, toSend(failed)]).toEqual(['failed', 'unavailable', []]);
    expect(toSend(sayingAgain(failed, 'x')).map(({ id, body }) => [id, body])).toEqual([['x', '可以']]);
    expect(withdrawn(failed, 'x').outgoing).toEqual([]);
    expect(withdrawn(sayingAgain(failed, 'x'), 'x').outgoing).toHaveLength(1);
  });

  test('goes on by itself with what reached nobody within the hour, in order, and not with what was refused', () => {
    const at = new Date(0);
    const outgoing = [['a', 'unavailable'], ['b', 'not_allowed'], ['c', 'unavailable']] as const;
    const failed = outgoing.reduce((timeline, [id, failure]) => refused(saying(timeline, { id, body: id, files: [], at }), id, failure), started);
    expect(toSend(goingOn(failed, new Date(3_599_999))).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(goingOn(failed, new Date(3_600_000))).toBe(failed);
  });
});
