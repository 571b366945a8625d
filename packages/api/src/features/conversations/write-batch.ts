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
  id: string;
  outcome: 'added' | 'known' | 'taken';
  seq: number;
  /** Milliseconds since 1970. */
  sentAt: number;
}

/**
 * Commits all messages of a batch in one statement; rows missing from the answer were not allowed, or
 * came after the conversation was closed.
 * Conversations are locked in the order of their ids, so that two processes that write at once wait
 * for each other and never in a circle. `seq` is dense: a statement that fails takes no number.
 * A message that another process writes in the same moment breaks the primary key (23505); asked
 * again, it is `known`. What belongs to one conversation travels through the statement as arrays:
 * joined row by row, the planner expects one row and compares each with each.
 */
export const writeBatch = (sql: Sql, batch: NewMessage[]) => sql<Row[]>`
  with given as (
    select g.id, g.conversation_id, g.sender_id, g.enterprise_id, g.body, g.files, g.place, m.seq, m.sent_at,
      m.conversation_id = g.conversation_id and m.sender_id = g.sender_id as own
    from unnest(${batch.map((m) => m.id)}::uuid[], ${batch.map((m) => m.conversationId)}::uuid[], ${batch.map((m) => m.senderId)}::uuid[],
      ${batch.map((m) => m.enterpriseId)}::uuid[], ${batch.map((m) => m.body)}::text[], ${batch.map((m) => JSON.stringify(m.files))}::text[])
      with ordinality as g(id, conversation_id, sender_id, enterprise_id, body, files, place)
    join participants p on p.conversation_id = g.conversation_id and p.person_id = g.sender_id
      and p.enterprise_id = g.enterprise_id and p.removed_at is null
    join members e on e.organization_id = g.enterprise_id and e.user_id = g.sender_id and e.role <> 'viewer'
    left join messages m on m.id = g.id
  ), fresh as (
    select conversation_id, count(*)::int as total, array_agg(id order by place) as ids, array_agg(sender_id order by place) as senders,
      array_agg(enterprise_id order by place) as enterprises, array_agg(body order by place) as bodies, array_agg(files order by place) as files
    from given where seq is null group by conversation_id
  ), locked as materialized (
    select c.id as locked_id, f.* from fresh f join conversations c on c.id = f.conversation_id and c.closed_at is null order by c.id for update of c
  ), raised as (
    update conversations c set last_seq = c.last_seq + l.total, active_at = greatest(clock_timestamp(), c.active_at)
    from locked l where c.id = l.locked_id
    returning c.id, c.last_seq - l.total as before, c.active_at, l.ids, l.senders, l.enterprises, l.bodies, l.files
  ), added as (
    insert into messages (id, conversation_id, seq, sender_id, enterprise_id, body, files, sent_at)
    select n.id, r.id, r.before + n.nth, n.sender_id, n.enterprise_id, n.body, n.files::jsonb, r.active_at
    from raised r, unnest(r.ids, r.senders, r.enterprises, r.bodies, r.files) with ordinality as n(id, sender_id, enterprise_id, body, files, nth)
    returning id, seq, sent_at
  )
  select id, 'added' as outcome, seq, (extract(epoch from sent_at) * 1000)::float8 as "sentAt" from added
  union all
  select id, case when own then 'known' else 'taken' end, seq, (extract(epoch from sent_at) * 1000)::float8 from given where seq is not null`;
