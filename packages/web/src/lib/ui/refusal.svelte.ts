import { getContext, setContext } from 'svelte';

const key = Symbol();

/** Tells the fields of a form which refusal their errors are of. */
export const provideRefusal = (refused: () => unknown): void => void setContext(key, refused);

/**
 * What is wrong with a field of a form, until its value is changed: then it is no longer true of what stands
 * there. The next refusal says anew what is wrong, in the same words too.
 */
export function untilChanged(error: () => string | undefined): { readonly error: string | undefined; change(): void } {
  const refused = getContext<(() => unknown) | undefined>(key);
  let mended = $state.raw<{ of: unknown; error: string | undefined }>();
  // A fault that a field finds by itself goes and may come again without a refusal between.
  $effect(() => {
    if (error() === undefined) mended = undefined;
  });
  return {
    get error() {
      return mended && mended.of === refused?.() && mended.error === error() ? undefined : error();
    },
    change() {
      if (refused?.()) mended = { of: refused(), error: error() };
    },
  };
}
