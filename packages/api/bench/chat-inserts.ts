import { openDatabase } from '#platform/database';
import { writeBatch } from '#features/conversations/write-batch';
import type { InsertKind } from './chat-messages.ts';

/** A message and who says it. The relay believes both: it asks nobody for a session. */
export interface Said { id: string; conversationId: string; senderId: string; enterpriseId: string; body: string }

/** Keeps one message in a commit of its own and gives its number. */
type Insert = (said: Said) => Promise<number>;

/** The ways to keep one row per commit that the bench holds the product against, the most promising first. */
export function insertOf(kind: InsertKind, databaseUrl: string): Insert {
  const { sql } = openDatabase(databaseUrl, undefined, kind === 'insertOneBare' ? 1 : 10);

  /** The product's own statement with one message in it: the same promises, only not in groups. */
  const product: Insert = async (said) => {
    const [row] = await writeBatch(sql, [{ ...said, files: [] }]);
    if (!row) throw new Error('not in the conversation');
    return row.seq;
  };

  /** The same promises as an application usually keeps them: statements in a transaction, one after the other. */
  const transaction: Insert = ({ id, conversationId, senderId, enterpriseId, body }) =>
    sql.begin(async (tx) => {
      const [member] = await tx`
        select p.person_id from participants p join members e on e.organization_id = p.enterprise_id and e.user_id = p.person_id and e.role <> 'viewer'
        where p.conversation_id = ${conversationId} and p.person_id = ${senderId} and p.enterprise_id = ${enterpriseId} and p.removed_at is null`;
      if (!member) throw new Error('not in the conversation');
      const [raised] = await tx<{ seq: number }[]>`update conversations set last_seq = last_seq + 1, active_at = now() where id = ${conversationId} returning last_seq as seq`;
      // An id that is there already breaks the key, and the number goes back with the transaction.
      await tx`insert into messages (id, conversation_id, seq, sender_id, enterprise_id, body, sent_at) values (${id}, ${conversationId}, ${raised!.seq}, ${senderId}, ${enterpriseId}, ${body}, now())`;
      return raised!.seq;
    });

  /** A number and a row, and no question asked. */
  const bare: Insert = async ({ id, conversationId, senderId, enterpriseId, body }) => {
    const [row] = await sql<{ seq: number }[]>`
      with raised as (update conversations set last_seq = last_seq + 1 where id = ${conversationId} returning last_seq)
      insert into messages (id, conversation_id, seq, sender_id, enterprise_id, body, sent_at)
      select ${id}, ${conversationId}, last_seq, ${senderId}, ${enterpriseId}, ${body}, now() from raised returning seq`;
    return row!.seq;
  };

  return { insert: product, insertTransaction: transaction, insertTenBare: bare, insertOneBare: bare }[kind];
}
