/** Words of the attribute registry: family, sub-family and attribute labels and the labels of allowed values. */
export const catalogueWords = (): string[] => [];
