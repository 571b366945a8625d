import type { FailureCode } from '@ganwan/shared/failures';

declare global {
  namespace App {
    interface Error {
      code: FailureCode;
      /** For support; null when the API was not asked or did not answer. */
      requestId: string | null;
    }
    interface PageData {
      /** The screen fills the window: no footer, no scrolling of the whole page. */
      full?: boolean;
      /** On a phone the screen also takes the place of the bars. */
      alone?: boolean;
    }
    interface Locals {
      theme: 'auto' | 'light' | 'dark';
    }
  }
}

declare module 'http' {
  interface IncomingMessage {
    /** The API of the same process, put there by the server that hands us its requests. */
    api?: (request: Request) => Promise<Response>;
  }
}

export {};
