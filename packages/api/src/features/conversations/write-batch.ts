import type { Sql } from 'postgres';
import type { Attachment } from '@ganwan/shared/conversations/contract';

export interface NewMessage {
  id: string;
  conversationId: string;
  senderId: string;
  /** The enterprise the sender speaks for. */
  enterpriseId: string;
  body: string;
  files: Attachment[];
}

/** `added` is new, `known` was there already from the same sender, `taken` is an id somebody used elsewhere. */
export interface Row {
  /** Place in the batch, from 0. */
  place: number;
  outcome: 'added' | 'known' | 'taken';
  seq: number;
  /** Milliseconds since 1970. */
  sentAt: number;
}

/**
 * Commits all messages of a batch in one statement; rows missing from the answer were not allowed.
 * Conversations are locked in the order of their ids, so that two processes that write at once wait
 * for each other and never in a circle. `seq` is dense: a statement that fails takes no number.
 * A message that another process writes in the same moment breaks the primary key (23505); asked
 * again, it is `known`.
 */
export const writeBatch = (sql: Sql, batch: NewMessage[]) => sql<Row[]>`
  with given as (
    select id, conversation_id, sender_id, enterprise_id, body, files::jsonb, place
    from unnest(${batch.map((m) => m.id)}::uuid[], ${batch.map((m) => m.conversationId)}::uuid[], ${batch.map((m) => m.senderId)}::uuid[],
      ${batch.map((m) => m.enterpriseId)}::uuid[], ${batch.map((m) => m.body)}::text[], ${batch.map((m) => JSON.stringify(m.files))}::text[])
      with ordinality as g(id, conversation_id, sender_id, enterprise_id, body, files, place)
  ), allowed as (
    select g.* from given g
    join participants p on p.conversation_id = g.conversation_id and p.person_id = g.sender_id
      and p.enterprise_id = g.enterprise_id and p.removed_at is null
    join members e on e.organization_id = g.enterprise_id and e.user_id = g.sender_id and e.role <> 'viewer'
  ), known as (
    select g.place, m.seq, m.sent_at, m.conversation_id = g.conversation_id and m.sender_id = g.sender_id as own
    from allowed g join messages m on m.id = g.id
  ), fresh as (
    select a.*, row_number() over (partition by a.conversation_id order by a.place)::int as nth
    from allowed a where not exists (select from known k where k.place = a.place)
  ), locked as materialized (
    select c.id from conversations c where c.id in (select conversation_id from fresh) order by c.id for update
  ), raised as (
    update conversations c set last_seq = c.last_seq + f.total, active_at = greatest(clock_timestamp(), c.active_at)
    from locked l join (select conversation_id, count(*)::int as total from fresh group by 1) f on f.conversation_id = l.id
    where c.id = l.id
    returning c.id, c.last_seq - f.total as before, c.active_at
  ), added as (
    insert into messages (id, conversation_id, seq, sender_id, enterprise_id, body, files, sent_at)
    select f.id, f.conversation_id, r.before + f.nth, f.sender_id, f.enterprise_id, f.body, f.files, r.active_at
    from fresh f join raised r on r.id = f.conversation_id
    returning id, seq, sent_at
  )
  select (f.place - 1)::int as place, 'added' as outcome, a.seq, (extract(epoch from a.sent_at) * 1000)::float8 as "sentAt" from added a join fresh f on f.id = a.id
  union all
  select (k.place - 1)::int, case when k.own then 'known' else 'taken' end, k.seq, (extract(epoch from k.sent_at) * 1000)::float8 from known k`;
