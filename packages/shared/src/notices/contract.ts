import { z } from 'zod';
import { events } from '../event.ts';
import { PageQuery, pageOf } from '../page.ts';
import { contract } from '../route.ts';
import { Id, Instant, LocalText } from '../values.ts';

/** What an enterprise is told without having asked; the web holds the words (`notice_<kind>`). */
export const noticeKinds = ['listing_expired'] as const;

export const Notice = z.object({
  id: Id,
  kind: z.enum(noticeKinds),
  /** The listing it speaks of, with its title as it was. */
  listing: z.object({ id: Id, title: LocalText }).nullable(),
  createdAt: Instant,
  readAt: Instant.nullable(),
});
export type Notice = z.output<typeof Notice>;

export const NoticesQuery = z.strictObject({ ...PageQuery.shape, unread: z.stringbool().optional() });

export const notices = contract({
  list: { method: 'GET', path: '/api/notices', summary: 'What the enterprise was told, newest first.', access: 'viewer', query: NoticesQuery, response: pageOf(Notice) },
  read: { method: 'POST', path: '/api/notices/:id/read', summary: 'Mark a notice as read, for everyone in the enterprise.', access: 'member', params: z.object({ id: Id }), response: Notice },
});

/** To every member of the enterprise that is told. */
export const noticeEvents = events({ 'notice:new': Notice });
