import { importLimits, type ImportFault } from '@ganwan/shared/imports/contract';
import type { FieldFailure } from '@ganwan/shared/failures';
import { marketOf } from '@ganwan/shared/places/regions';
import { holdOpen } from '#features/enterprises/service';
import type { Batch, Outcome } from '#features/listings/service';
import type { Clock } from '#platform/clock';
import type { Database, Queries } from '#platform/database';
import type { FileStore } from '#platform/files';
import { inTransaction, type AfterCommit } from '#platform/transaction';
import { encodingOf } from './read/csv.ts';
import { FileProblem } from './read/line.ts';
import { importQueries, type Counted, type Refusal } from './queries.ts';
import { rowsOf, type Row } from './rows.ts';
import type { imports } from './table.ts';

/** Where rows become listings, in the caller's transaction: the listings feature. */
export interface Catalogue {
  checkRows(tx: Queries, batch: Batch): Promise<Outcome[]>;
  takeIn(tx: Queries, afterCommit: AfterCommit, batch: Batch, publish: boolean): Promise<Outcome[]>;
}

export interface PassNeeds {
  db: Database;
  clock: Clock;
  store: FileStore;
  catalogue: Catalogue;
  worker: string;
  /** Something of it changed. */
  told(id: string): Promise<void>;
  stopping(): boolean;
}

/** Cancelled, or taken over by another worker: nothing more to do here. */
export class Gone extends Error {}

type Claimed = typeof imports.$inferSelect;

/**
 * Reads a file once, from where the last worker stopped: as a dry run, or for good. Every batch commits together with
 * its listings, its refusals and how far it is, so that a crash at any moment loses and repeats nothing.
 */
export async function runPass(needs: PassNeeds, claimed: Claimed): Promise<void> {
  const { db, clock, store, worker } = needs;
  const queries = importQueries(db);
  const file = await store.local(claimed.sha256);
  try {
    const encoding = claimed.format === 'csv' ? (claimed.encoding ?? (await encodingOf(file.path))) : null;
    await queries.setHead(claimed.id, worker, { encoding });
    const region = await queries.regionOf(claimed.enterpriseId);
    const market = region === undefined ? 'mainland' : marketOf(region);
    let incomplete = claimed.incomplete;
    for await (const step of rowsOf({ path: file.path, format: claimed.format, encoding }, claimed.subFamily, market, claimed.lastRow)) {
      if (needs.stopping()) throw new Gone();
      if ('ignoredColumns' in step) await queries.setHead(claimed.id, worker, { ignoredColumns: step.ignoredColumns });
      else incomplete = await take(needs, claimed, step.rows, step.read, incomplete);
      await needs.told(claimed.id);
    }
    if (claimed.confirmedAt) await queries.end(claimed.id, worker, { finishedAt: clock.now() });
    else await queries.endCheck(claimed.id, worker, clock.now());
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    await queries.end(claimed.id, worker, { failedAt: clock.now(), problem: error.problem });
  } finally {
    await file.release();
  }
}

/** Answers how many rows stay drafts so far; `before` is how many did. */
async function take({ db, clock, catalogue, worker }: PassNeeds, claimed: Claimed, rows: Row[], read: number, before: number): Promise<number> {
  const personId = claimed.confirmedBy ?? claimed.startedBy;
  // Whoever asked for it is gone, and nobody would have done it.
  if (personId === null) throw new FileProblem('interrupted');
  return inTransaction(db, async (tx, afterCommit) => {
    if (!(await holdOpen(tx, claimed.enterpriseId))) throw new Gone();
    const queries = importQueries(tx);
    const good = rows.flatMap((row) => (row.failures.length === 0 && row.itemNumber !== null ? [{ ...row, itemNumber: row.itemNumber }] : []));
    const batch: Batch = { enterpriseId: claimed.enterpriseId, personId, kind: claimed.kind, subFamily: claimed.subFamily, rows: good };
    const outcomes = claimed.confirmedAt ? await catalogue.takeIn(tx, afterCommit, batch, claimed.publish ?? false) : await catalogue.checkRows(tx, batch);
    const refusals = [
      ...rows.filter((row) => row.failures.length > 0).map((row) => faulty(claimed, 'refused', row, row.failures)),
      ...outcomes.flatMap((outcome, at) => (outcome.done === 'refused' ? [faulty(claimed, 'refused', good[at]!, good[at]!.ofColumns(outcome.fields))] : [])),
    ];
    const drafts = outcomes.flatMap((outcome, at) => (outcome.done !== 'refused' && outcome.missing.length > 0 ? [faulty(claimed, 'incomplete', good[at]!, good[at]!.ofColumns(outcome.missing))] : []));
    await queries.insertRefusals([...refusals, ...drafts.slice(0, Math.max(0, importLimits.explained - before))]);
    const now = await queries.advance(claimed.id, worker, counted(rows.length, outcomes, refusals.length), { lastRow: rows.at(-1)?.row, progress: read }, clock.now());
    if (!now) throw new Gone();
    if (now.refused > importLimits.refused) throw new FileProblem('too_many_refused', { maximum: importLimits.refused });
    return now.incomplete;
  });
}

const faulty = (claimed: Claimed, fault: ImportFault, { row, itemNumber }: Row, fields: FieldFailure[]): Refusal => ({ importId: claimed.id, row, itemNumber, fields, fault });

function counted(rows: number, outcomes: Outcome[], refused: number): Counted {
  const count = (done: Outcome['done']) => outcomes.filter((outcome) => outcome.done === done).length;
  return {
    rows, refused, created: count('created'), changed: count('changed'), unchanged: count('unchanged'),
    incomplete: outcomes.filter((outcome) => outcome.done !== 'refused' && outcome.missing.length > 0).length,
  };
}
