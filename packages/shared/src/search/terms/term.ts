/**
 * One notion of the trade in Chinese and English. Chinese is simplified; `/` separates words that mean
 * the same in a catalogue (芯片 and the Hong Kong 晶片), so that asking for one finds the other.
 */
export type Term = readonly [chinese: string, english: string];
