import { families, subFamilies } from '../catalogue/families.ts';
import { everyIndexed } from '../catalogue/registry.ts';
import { regions } from '../places/regions.ts';

/** Words of the attribute registry and of the places: labels of families, attributes and allowed values, in simplified Chinese. */
export const catalogueWords = (): string[] => {
  const labels = [...families, ...subFamilies, ...regions, ...everyIndexed().flatMap((a) => [a, ...(a.options ?? [])])];
  return labels.flatMap(({ label }) => label['zh-Hans'].split(/[/()（）、\s]/)).filter((word) => /^\p{Script=Han}{2,8}$/u.test(word));
};
