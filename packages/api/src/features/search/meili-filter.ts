import type { EngineQuery } from './engine.ts';

const name = /^[A-Za-z][A-Za-z0-9_]*$/;

/** A name of ours; anything else is a fault of ours, since keys come from the registry. */
function known(key: string): string {
  if (!name.test(key)) throw new Error(`not a filter: ${key}`);
  return key;
}
const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

/** The filters in Meilisearch's language, each joined by AND. Values are quoted, never syntax. */
export function filterOf({ filters, now }: Pick<EngineQuery, 'filters' | 'now'>): string[] {
  const { facets, ranges, months, within } = filters;
  const asked = Array.from({ length: 12 }, (_, i) => i).filter((i) => months & (1 << i));
  return [
    `expiresAt > ${now.getTime()}`,
    ...Object.entries(facets).filter(([, values]) => values.length > 0).map(([key, values]) => `facets.${known(key)} IN [${values.map(quoted).join(', ')}]`),
    ...Object.entries(ranges).flatMap(([key, { min, max }]) => [
      ...(min === null ? [] : [`numbers.${known(key)}.high >= ${min}`]),
      ...(max === null ? [] : [`numbers.${known(key)}.low <= ${max}`]),
    ]),
    ...(asked.length > 0 ? [`months IN [${asked.join(', ')}]`] : []),
    ...(within === null ? [] : [`_geoRadius(${within.lat}, ${within.lon}, ${Math.round(within.km * 1000)})`]),
  ];
}
