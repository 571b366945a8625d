import type { Model } from './model.ts';
import type { Seat } from './wishes.ts';

/** Whether a wish can be held just there, as far as it alone is concerned: everything but other meetings. */
export function maySit(model: Model, wish: number, { slot, table, buyer, supplier, interpreter }: Seat): boolean {
  const { slots } = model;
  const { product, half, slot: only } = model.problem.wishes[wish]!;
  if (!model.unopposed[wish] || (half !== null && model.partOf[slot] !== half) || (only !== null && model.slotNumber.get(only) !== slot)) return false;
  const represents = (person: number, enterprise: number) =>
    model.enterpriseOf[person] === enterprise && model.present[person * slots + slot] === 1 && (product === null || model.knows(person, product));
  if (!represents(buyer, model.buyerEnterprise[wish]!) || !represents(supplier, model.supplierEnterprise[wish]!)) return false;
  if (!tableServes(model, table, wish, buyer, supplier) || !model.open[table * slots + slot]) return false;
  const helpers = model.interpretersFor(buyer, supplier);
  return helpers === null ? interpreter === -1 : helpers.includes(interpreter) && model.interpreterPresent[interpreter * slots + slot] === 1;
}

/** Whether two people can hold a wish at a table, whenever it is open. */
export function tableServes(model: Model, table: number, wish: number, buyer: number, supplier: number): boolean {
  const keptFor = model.reservedFor[table]!;
  if (keptFor >= 0 && keptFor !== model.buyerEnterprise[wish]) return false;
  return model.accessible[table] === 1 || (!model.needsAccessible[buyer] && !model.needsAccessible[supplier]);
}
