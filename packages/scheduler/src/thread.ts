import { parentPort, workerData } from 'node:worker_threads';
import { check } from '#check/check';
import { explain } from '#explain/explain';
import { Unknown } from '#repair/changed';
import { repair } from '#repair/repair';

const answers = { check, explain, repair };
export type Answers = typeof answers;
export type Answer = { found: unknown } | { refused: string; message: string };

// A class does not cross to the asking thread: the kind of a refusal goes by name.
const kindOf = (error: unknown): string => (error instanceof Unknown ? 'Unknown' : error instanceof RangeError ? 'RangeError' : 'Error');

const { name, given } = workerData as { name: keyof Answers; given: never[] };
let answer: Answer;
try {
  answer = { found: await (answers[name] as (...all: never[]) => unknown)(...given) };
} catch (error) {
  answer = { refused: kindOf(error), message: error instanceof Error ? error.message : String(error) };
}
parentPort!.postMessage(answer);
