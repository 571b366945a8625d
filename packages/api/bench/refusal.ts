/** What a person can mend, such as a missing folder: said in a sentence. */
export class BenchRefusal extends Error {
  override name = 'BenchRefusal';
}
