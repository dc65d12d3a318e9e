/** The whole number that `text` says, when it lies within the bounds, else null. */
export function wholeNumber(text: string, min: number, max: number): number | null {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}
