/**
 * One notion of the trade in Chinese of either script and English. Chinese is simplified, then as Hong Kong writes
 * it, name by name; `/` separates words that mean the same in a catalogue (芯片 and the Hong Kong 晶片), so that
 * asking for one finds the other.
 */
export type Term = readonly [chinese: string, traditional: string, english: string];
