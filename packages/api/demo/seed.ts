import { Readable } from 'node:stream';
import { and, eq, inArray, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import type { SubFamily } from '@ganwan/shared/catalogue/families';
import { EnterpriseDraft } from '@ganwan/shared/enterprises/contract';
import { dayInChina } from '@ganwan/shared/listings/rules';
import type { Member } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { inTransaction } from '#platform/transaction';
import { enterprises, members } from '#features/enterprises/table';
import type { enterpriseService } from '#features/enterprises/service';
import type { fileService } from '#features/files/service';
import { files } from '#features/files/table';
import type { listingService } from '#features/listings/service';
import { accounts, people } from '#features/people/table';
import { demoEnterprises, type DemoEnterprise } from './enterprises.ts';
import { listingOf, ownersOf } from './listing-of.ts';
import { demoListings } from './listings/all.ts';
import { pictureOf } from './pictures.ts';
import { colleague, demoLogins, demoPassword, type DemoLogin } from './people.ts';
import { seedTalks, type Talking } from './seed-talks.ts';

export interface DemoNeeds {
  db: Database;
  clock: Clock;
  enterprises: Pick<ReturnType<typeof enterpriseService>, 'create'>;
  listings: Pick<ReturnType<typeof listingService>, 'takeIn'>;
  files: Pick<ReturnType<typeof fileService>, 'upload'>;
  conversations: Talking;
  hashPassword(password: string): Promise<string>;
}

/** The login made last: where it is, the demo is whole. */
const last = demoLogins.at(-1)!;

/**
 * Loads the demo through the product's own services into an empty database; one that was interrupted is
 * completed, a database with other people in it is left alone.
 */
export async function seedDemo(needs: DemoNeeds): Promise<'loaded' | 'there' | 'left_alone'> {
  const known = await needs.db.select({ email: people.email }).from(people).where(inArray(people.email, [last.email, 'e1@demo.example']));
  if (known.some(({ email }) => email === last.email)) return 'there';
  if (known.length === 0 && (await needs.db.$count(people)) > 0) return 'left_alone';

  const password = await needs.hashPassword(demoPassword);
  const actors = new Map<string, Member>();
  for (const [at, firm] of demoEnterprises.entries()) actors.set(firm.key, await ownerOf(needs, firm, at, password));
  await seedListings(needs, actors);
  await seedTalks(needs.conversations, needs.db, actors, demoEnterprises);
  for (const login of demoLogins.filter(({ enterprise }) => enterprise === null)) await personFor(needs.db, login, password);
  return 'loaded';
}

async function ownerOf({ db, enterprises: service }: DemoNeeds, firm: DemoEnterprise, at: number, password: string): Promise<Member> {
  const abroad = firm.names['zh-Hant'] !== undefined;
  const login = demoLogins.find(({ enterprise }) => enterprise === firm.names.en) ?? { email: `${firm.key}@demo.example`, name: colleague(at), locale: abroad ? 'zh-Hant' as const : 'zh-Hans' as const, role: 'person' as const, enterprise: firm.names.en! };
  const person = await personFor(db, login, password);
  const identityKind = { mainland: 'uscc', hongkong: 'hk_br', macao: 'macao_registration' } as const;
  const actor = { sessionId: uuidv7(), address: '127.0.0.1', person, enterprise: null };
  const kind = identityKind[firm.registration.market];
  const there = (await db.select({ id: enterprises.id }).from(enterprises).where(and(eq(enterprises.identityKind, kind), eq(enterprises.identityNumber, firm.registration.number)))).at(0);
  const { id } = there ?? (await service.create(actor, EnterpriseDraft.parse({ names: firm.names, identityKind: kind, identityNumber: firm.registration.number, region: firm.region, chains: firm.chains, about: firm.about })));
  // A second pair of eyes for the larger firms, so that conversations can let a colleague in.
  if (at % 3 === 0) await colleagueOf(db, id, at, password);
  return { ...actor, enterprise: { id, role: 'owner' } };
}

async function colleagueOf(db: Database, enterpriseId: string, at: number, password: string): Promise<void> {
  const person = await personFor(db, { email: `c${at + 1}@demo.example`, name: colleague(at + 101), locale: 'zh-Hans', role: 'person', enterprise: null }, password);
  await db.insert(members).values({ id: uuidv7(), organizationId: enterpriseId, userId: person.id, role: 'member' }).onConflictDoNothing();
}

async function personFor(db: Database, { email, name, locale, role }: DemoLogin, password: string): Promise<Member['person']> {
  const id = uuidv7();
  const made = await db.transaction(async (tx) => {
    const inserted = await tx.insert(people).values({ id, email, name, locale, role, emailVerified: true }).onConflictDoNothing().returning({ id: people.id });
    if (inserted.length > 0) await tx.insert(accounts).values({ id: uuidv7(), userId: id, accountId: id, providerId: 'credential', password });
    return inserted.at(0);
  });
  const known = made ?? (await db.select({ id: people.id }).from(people).where(eq(people.email, email))).at(0)!;
  return { id: known.id, email, name, locale, role };
}

async function seedListings(needs: DemoNeeds, actors: Map<string, Member>): Promise<void> {
  const today = dayInChina(needs.clock.now());
  const owners = ownersOf(demoListings, demoEnterprises);
  const pictures = await seedPictures(needs, actors, owners);
  const items = demoListings.map((demo, at) => {
    const fields = listingOf(demo, owners[at]!, at, today);
    const picture = demo.kind === 'supply' ? pictures.get(`${owners[at]!.key} ${demo.subFamily}`) : undefined;
    return { owner: owners[at]!.key, fields: { ...fields, imageIds: picture ? [picture] : [] } };
  });
  for (const batch of Map.groupBy(items, ({ owner, fields }) => `${owner} ${fields.kind} ${fields.subFamily}`).values()) {
    const { person, enterprise } = actors.get(batch[0]!.owner)!;
    const { kind, subFamily } = batch[0]!.fields;
    const rows = batch.map(({ fields }) => ({ itemNumber: fields.itemNumber!, onto: () => fields }));
    const outcomes = await inTransaction(needs.db, (tx) => needs.listings.takeIn(tx, { enterpriseId: enterprise.id, personId: person.id, kind, subFamily, rows }, true));
    const short = outcomes.filter((outcome) => outcome.done === 'refused' || !outcome.complete);
    if (short.length > 0) throw new Error(`demo listings were refused: ${JSON.stringify(short)}`);
  }
}

/** One picture for each firm and trade, uploaded as a person would. */
async function seedPictures({ db, files: service }: DemoNeeds, actors: Map<string, Member>, owners: DemoEnterprise[]): Promise<Map<string, string>> {
  const wanted = [...new Set(demoListings.flatMap(({ kind, subFamily }, at) => (kind === 'supply' ? [`${owners[at]!.key} ${subFamily}`] : [])))];
  const pictures = new Map<string, string>();
  await Promise.all(Array.from({ length: 3 }, async (_, worker) => {
    for (let at = worker; at < wanted.length; at += 3) {
      const [owner, subFamily] = wanted[at]!.split(' ') as [string, SubFamily];
      const actor = actors.get(owner)!;
      const name = `${subFamily}.png`;
      const there = (await db.select({ id: files.id }).from(files).where(and(eq(files.enterpriseId, actor.enterprise.id), sql`${files.name} like ${`${subFamily}.%`}`))).at(0);
      const file = there ?? (await service.upload(actor, Readable.from([await sharp(Buffer.from(pictureOf(subFamily, at))).png().toBuffer()]), name));
      pictures.set(wanted[at]!, file.id);
    }
  }));
  return pictures;
}
