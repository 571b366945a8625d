import { expect, test } from 'vitest';
import { random } from '#random';
import { crowded } from './crowded.ts';

test('things and places are matched exactly where a search through everything matches them', () => {
  const dice = random(3);
  let tight = 0;
  for (let round = 0; round < 500; round += 1) {
    const room = Int32Array.from({ length: 1 + dice.below(4) }, () => dice.below(3));
    const mayTake = Array.from({ length: dice.below(6) }, () => Int32Array.from(room.keys()).filter(() => dice.unit() < 0.5));
    const fits = (thing: number): boolean =>
      thing === mayTake.length || mayTake[thing]!.some((place) => {
        if (!room[place]) return false;
        room[place] -= 1;
        const rest = fits(thing + 1);
        room[place] += 1;
        return rest;
      });
    const crowd = crowded(mayTake, room);
    expect(crowd === null).toBe(fits(0));
    if (!crowd) continue;
    tight += 1;
    expect(crowd.things).toBeGreaterThan(crowd.places);
  }
  expect(tight).toBeGreaterThan(100);
});
