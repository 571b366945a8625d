import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface Published {
  /** The proven least number of breaks; null where it is proven that there is no schedule. */
  optimum: number | null;
  /** As printed, seconds or TO, of MaxSAT, Chuffed and CPLEX. */
  times: [string, string, string];
}

const Row = z.object({
  instance_file: z.string(), fairness_d: z.coerce.number(), status: z.string(), optimum: z.string(),
  maxsat_s: z.string().default(''), chuffed_s: z.string().default(''), cplex_mip_s: z.string().default(''),
});

/** By file, what others have proven with this fairness. */
export function publishedIn(folder: string, fairness: number): Map<string, Published> {
  const file = join(folder, 'published_results.csv');
  if (!existsSync(file)) return new Map();
  const rows = z.array(Row).parse(parse(readFileSync(file), { columns: true, skip_empty_lines: true }));
  return new Map(
    rows.flatMap((row): [string, Published][] => {
      const optimal = row.status === 'OPTIMAL';
      if (row.fairness_d !== fairness || (!optimal && !/^(INFEASIBLE|UNSAT)/.test(row.status))) return [];
      return [[row.instance_file, { optimum: optimal ? Number(row.optimum) : null, times: [row.maxsat_s, row.chuffed_s, row.cplex_mip_s] }]];
    }),
  );
}
