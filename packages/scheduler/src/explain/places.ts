import type { Model } from '#model/model';

/** A slot and two people of the wish's enterprises, whether or not they could meet there. Numbers of the model. */
export interface Place {
  slot: number;
  buyer: number;
  supplier: number;
}

/** People of both enterprises who know the product; everybody where nobody does. */
export function sidesOf(model: Model, wish: number): { buyers: number[]; suppliers: number[] } {
  const { product } = model.problem.wishes[wish]!;
  const knowing = (enterprise: number) => {
    const staff = [...model.staff[enterprise]!];
    const able = staff.filter((person) => product === null || model.knows(person, product));
    return able.length > 0 ? able : staff;
  };
  return { buyers: knowing(model.buyerEnterprise[wish]!), suppliers: knowing(model.supplierEnterprise[wish]!) };
}

export function placesFor(model: Model, wish: number): Place[] {
  const { buyers, suppliers } = sidesOf(model, wish);
  return model.problem.slots.flatMap((_, slot) => buyers.flatMap((buyer) => suppliers.map((supplier) => ({ slot, buyer, supplier }))));
}
