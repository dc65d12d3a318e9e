/** A file as UI Kit's FilePicker hands it to the app. */
export interface SerializedFile {
  readonly data: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

const CHUNK = 0x8000;

/** Reads a file whole; `data` is plain base64, without a `data:` prefix. */
export async function toSerializedFile(file: File): Promise<SerializedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // One call with all bytes as arguments would overflow the stack.
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return { data: btoa(binary), name: file.name, size: file.size, type: file.type };
}

/** `1536` → `1.5 KB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(1).replace(/\.0$/, '')} ${units[unit] ?? ''}`;
}
