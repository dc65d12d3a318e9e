/** Breaks a label between words into lines of at most `letters`; what does not fit on three lines is cut. */
export function wrapLabel(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines
    .slice(0, 3)
    .map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  if (lines.length > 3) kept[2] = `${(kept[2] ?? '').slice(0, Math.max(1, letters - 1))}…`;
  return kept;
}
