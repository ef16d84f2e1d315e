/** The name of a field as a person says it: `optionCodes` as `option codes`. */
export function fieldWords(field: string): string {
  return field.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
