import { Readable } from 'node:stream';
import { and, eq, inArray, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { EnterpriseDraft } from '@ganwan/shared/enterprises/contract';
import { dayInChina } from '@ganwan/shared/listings/rules';
import type { Member } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { enterprises, members } from '#features/enterprises/table';
import type { enterpriseService } from '#features/enterprises/service';
import type { fileService } from '#features/files/service';
import { files } from '#features/files/table';
import type { listingService } from '#features/listings/service';
import { listings } from '#features/listings/table';
import { accounts, people } from '#features/people/table';
import { demoEnterprises, type DemoEnterprise } from './enterprises.ts';
import { listingOf, ownersOf } from './listing-of.ts';
import { demoListings } from './listings/all.ts';
import type { DemoListing } from './listings/model.ts';
import { lookOf, pictureOf } from './pictures.ts';
import { colleague, demoLogins, demoPassword, type DemoLogin } from './people.ts';
import { seedAges } from './seed-ages.ts';
import { seedTalks, type Talking } from './seed-talks.ts';

export interface DemoNeeds {
  db: Database;
  clock: Clock;
  enterprises: Pick<ReturnType<typeof enterpriseService>, 'create'>;
  listings: Pick<ReturnType<typeof listingService>, 'create' | 'publish'>;
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
  await seedAges(needs.db);
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
  const there = new Map((await needs.db.select().from(listings)).map((row) => [`${row.enterpriseId} ${row.kind} ${row.itemNumber}`, row]));
  await inTurns(demoListings.length, async (at) => {
    const [demo, owner] = [demoListings[at]!, owners[at]!];
    const actor = actors.get(owner.key)!;
    const fields = listingOf(demo, owner, at, today);
    const picture = demo.kind === 'supply' ? pictures.get(pictureKey(owner, demo)) : undefined;
    const known = there.get(`${actor.enterprise.id} ${fields.kind} ${fields.itemNumber}`);
    if (known?.state === 'published') return;
    const draft = known ?? (await needs.listings.create(actor, { ...fields, imageIds: picture ? [picture] : [] }));
    await needs.listings.publish(actor, draft.id, draft.revision);
  });
}

/** A few at a time: the first start should not take long, and need not take everything. */
async function inTurns(count: number, work: (at: number) => Promise<void>): Promise<void> {
  const lanes = 4;
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    for (let at = lane; at < count; at += lanes) await work(at);
  }));
}

const pictureKey = (owner: DemoEnterprise, { subFamily, title }: DemoListing) => `${owner.key} ${lookOf(subFamily, Object.values(title).join(' '))}`;

/** One picture for each firm and look, uploaded as a person would. */
async function seedPictures({ db, files: service }: DemoNeeds, actors: Map<string, Member>, owners: DemoEnterprise[]): Promise<Map<string, string>> {
  const wanted = [...new Set(demoListings.flatMap((demo, at) => (demo.kind === 'supply' ? [pictureKey(owners[at]!, demo)] : [])))];
  const pictures = new Map<string, string>();
  await inTurns(wanted.length, async (at) => {
    const [owner = '', look = ''] = wanted[at]!.split(' ');
    const actor = actors.get(owner)!;
    const there = (await db.select({ id: files.id }).from(files).where(and(eq(files.enterpriseId, actor.enterprise.id), sql`${files.name} like ${`${look}.%`}`))).at(0);
    const file = there ?? (await service.upload(actor, Readable.from([await sharp(Buffer.from(pictureOf(look, at))).png().toBuffer()]), `${look}.png`));
    pictures.set(wanted[at]!, file.id);
  });
  return pictures;
}
