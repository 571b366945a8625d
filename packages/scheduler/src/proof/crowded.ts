/** Things that do not all find a place: so many of them have only so many places between them. */
export interface Crowd {
  things: number;
  places: number;
}

/**
 * Whether each thing finds one of the places it may take, as many as there is room for in each: a matching by augmenting
 * paths. Null when it does; else a set of things that are too many for all the places any of them may take (Hall).
 */
export function crowded(mayTake: readonly Int32Array[], room: Int32Array): Crowd | null {
  const holders: number[][] = Array.from(room, () => []);
  const placeOf = new Int32Array(mayTake.length).fill(-1);
  const from = new Int32Array(room.length);
  for (let thing = 0; thing < mayTake.length; thing += 1) {
    // Places that are reached when those who hold them make room, each with the thing that would take it.
    from.fill(-1);
    const reached: number[] = [];
    const reach = (by: number) => {
      for (const place of mayTake[by]!) {
        if (from[place]! >= 0) continue;
        from[place] = by;
        reached.push(place);
      }
    };
    reach(thing);
    let free = -1;
    for (let at = 0; at < reached.length && free < 0; at += 1) {
      if (holders[reached[at]!]!.length < room[reached[at]!]!) free = reached[at]!;
      else for (const holder of holders[reached[at]!]!) reach(holder);
    }
    if (free < 0) return { things: 1 + reached.reduce((sum, place) => sum + holders[place]!.length, 0), places: reached.reduce((sum, place) => sum + room[place]!, 0) };
    for (let place = free; place >= 0; ) {
      const mover = from[place]!;
      const before = placeOf[mover]!;
      holders[place]!.push(mover);
      placeOf[mover] = place;
      if (before >= 0) holders[before]!.splice(holders[before]!.indexOf(mover), 1);
      place = before;
    }
  }
  return null;
}
