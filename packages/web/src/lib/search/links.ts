type Params = Iterable<[string, string]>;

/** The same address without some of its parts, from the first page; `value` takes away one of several. */
export function without(params: Params, ...taken: (string | [name: string, value: string])[]): string {
  const left = new URLSearchParams([...params]);
  left.delete('cursor');
  for (const part of taken) {
    if (typeof part === 'string') left.delete(part);
    else left.delete(part[0], part[1]);
  }
  return left.size > 0 ? `/search?${left}` : '/search';
}

/** The same address with one part set anew, from the first page. */
export function withPart(params: Params, name: string, value: string, ...dropped: string[]): string {
  const next = new URLSearchParams([...params]);
  for (const gone of ['cursor', ...dropped]) next.delete(gone);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return `/search?${next}`;
}

/** The same address with the ends of a range changed for one another. */
export function swapped(params: Params, key: string): string {
  const next = new URLSearchParams([...params]);
  next.delete('cursor');
  const [min, max] = [next.get(`min.${key}`) ?? '', next.get(`max.${key}`) ?? ''];
  next.set(`min.${key}`, max);
  next.set(`max.${key}`, min);
  return `/search?${next}`;
}

/** As many listings as still fit side by side. */
export const comparedAtMost = 4;

/** The ids of the listings that an address puts side by side. */
export const comparedIn = (params: Params): string[] => [...new Set(new URLSearchParams([...params]).getAll('compare'))].slice(0, comparedAtMost);

/** The same address with a listing put beside the others to compare, or taken away. */
export function comparing(params: Params, id: string): string {
  const next = new URLSearchParams([...params]);
  const compared = comparedIn(params);
  next.delete('compare');
  for (const one of compared.includes(id) ? compared.filter((other) => other !== id) : [...compared, id]) next.append('compare', one);
  return `/search?${next}`;
}
