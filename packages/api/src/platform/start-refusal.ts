/**
 * The program cannot start, and the person who started it can do something about it. The message is
 * one sentence that names the cause and the remedy; it is printed alone, without a stack.
 */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
