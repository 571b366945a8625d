import { type Market, marketOf, type RegionCode } from './regions.ts';

/** GB 32100-2015, table of characters: digits and capitals without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The last character of a 统一社会信用代码 for its first 17 (weights 3^i mod 31, GB 32100-2015). */
export function creditCodeCheck(first17: string): string | undefined {
  if (first17.length !== 17) return undefined;
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** People paste codes with spaces, full-width characters and small letters. */
export const tidyRegistration = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** 18 characters: registering department, kind, six digits of region, nine of organisation code, check character. */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) && creditCodeCheck(code.slice(0, 17)) === code[17];
}

/**
 * How an enterprise is identified, by where it is registered: the mainland's unified social credit code,
 * Hong Kong's business registration number (8 digits), Macao's registration number (up to 8 digits and the
 * suffix of its register: SO companies, CO sole traders; often written `12345 SO`).
 */
export const registrationOf: Readonly<Record<Market, (number: string) => boolean>> = {
  mainland: isCreditCode,
  hongkong: (number) => /^\d{8}$/.test(number),
  macao: (number) => /^(?=0*[1-9])\d{1,8}(SO|CO)?$/.test(number),
};

/** Which register a number belongs to. */
export const identityKinds = ['uscc', 'hk_br', 'macao_registration'] as const;
export type IdentityKind = (typeof identityKinds)[number];
export const marketOfIdentity = { uscc: 'mainland', hk_br: 'hongkong', macao_registration: 'macao' } as const satisfies Record<IdentityKind, Market>;

/** Whether a tidied number can be genuine in its register; nobody is asked. */
export const isIdentityNumber = (kind: IdentityKind, number: string): boolean => registrationOf[marketOfIdentity[kind]](oneSpelling(kind, number));

/**
 * One spelling for one registration: Macao's are numbers, so `0012345 SO` and `12345SO` are the same. A Hong Kong
 * certificate prints branch, month, year and check digit behind the eight (`12345678-000-01-24-1`), which change.
 */
export function oneSpelling(kind: IdentityKind, number: string): string {
  if (kind === 'macao_registration') return number.replace(/^0+(?=\d)/, '');
  return kind === 'hk_br' ? number.replace(/^(\d{8})\d{8}$/, '$1') : number;
}

/** Whether an enterprise of a register can be there: who works across the border registers on the other side too. */
export const isRegisteredThere = (kind: IdentityKind, region: RegionCode): boolean => marketOfIdentity[kind] === marketOf(region);
