import { z } from 'zod';

/**
 * Who may call a route before any record is looked at; record rules live in the feature's policy.
 * `person`: signed in. `member`: signed in and acting for an enterprise with at least the given role
 * (viewer < member < admin < owner). `organiser`, `administrator`: platform roles.
 */
export const accesses = ['anyone', 'person', 'viewer', 'member', 'admin', 'owner', 'organiser', 'administrator'] as const;
export type Access = (typeof accesses)[number];

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/${string}`;
  /** One English sentence for the API's documentation. */
  summary: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** What a success answers with; `File` routes stream instead and say so with `stream`. */
  response: z.ZodType;
  /** The answer is a file of this media type, not JSON. */
  stream?: string;
  /** The request is multipart/form-data with one file; the handler reads it from the request. */
  upload?: true;
  /** Requests a minute for one person (or address when nobody is signed in); the house rule when unsaid. */
  rate?: number;
}

export type Contract = Record<string, Route>;

export const contract = <const C extends Contract>(routes: C): C => routes;

type Part = 'params' | 'query' | 'body';

/** The parts a route declares, as they travel (`Sent`) and once parsed (`Received`). */
export type Sent<R extends Route> = { [P in Part as R[P] extends z.ZodType ? P : never]: z.input<Extract<R[P], z.ZodType>> };
export type Received<R extends Route> = { [P in Part as R[P] extends z.ZodType ? P : never]: z.output<Extract<R[P], z.ZodType>> };
export type Returned<R extends Route> = z.output<R['response']>;
