import { parseArgs } from 'node:util';
import { checkAgrees, explainAgrees, looseningAgrees, modelAgrees, proofAgrees, searchAgrees, solveAgrees } from './properties.ts';
import { repairKeeps } from './repairs.ts';

/** The properties over as many random problems as asked for: `node test/thousands.ts --problems 3000 --from 1`. */
const { values } = parseArgs({ options: { problems: { type: 'string', default: '3000' }, from: { type: 'string', default: '1' }, only: { type: 'string' } } });
const properties: Record<string, (seed: number) => unknown> = { check: checkAgrees, model: modelAgrees, explain: explainAgrees, proof: proofAgrees, search: searchAgrees, loosening: looseningAgrees, solve: solveAgrees, repair: repairKeeps };

let broken = 0;
for (const [name, property] of Object.entries(properties).filter(([name]) => values.only === undefined || values.only === name)) {
  const started = performance.now();
  let missed = 0;
  for (let seed = Number(values.from); seed < Number(values.from) + Number(values.problems); seed++) {
    try {
      if ((await property(seed)) === false) missed++;
    } catch (error) {
      broken++;
      console.error(`${name} ${seed}: ${error}`);
    }
  }
  console.log(JSON.stringify({ property: name, problems: Number(values.problems), from: Number(values.from), seconds: Math.round((performance.now() - started) / 1000), broken, ...(missed > 0 && { shortOfTheBest: missed }) }));
}
process.exitCode = broken > 0 ? 1 : 0;
