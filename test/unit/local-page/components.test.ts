import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const KIT = 'node_modules/@forge/react/out/components';
const DEMO = 'test/local/page/demo';

/** Node types of UI Kit: what `@forge/react` exports as a mere name, and what its own components become. */
function nodeTypes(): string[] {
  const kit = readdirSync(KIT)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(KIT, name), 'utf8'))
    .join('\n');
  const exported = [...kit.matchAll(/exports\.(\w+) = '\w+';/g)].map((match) => match[1] ?? '');
  const wrapped = [...kit.matchAll(/exports\.(\w+) = (\w+);/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => /^[A-Z]/.test(name));
  return [...new Set([...exported, ...wrapped])].filter((name) => name !== 'ContentWrapper').sort();
}

const missingFrom = (text: string) => nodeTypes().filter((name) => !new RegExp(`\\b${name}\\b`).test(text));

describe('the components of UI Kit', () => {
  it('are all known to the local page', () => {
    expect(nodeTypes().length).toBeGreaterThan(70);
    expect(missingFrom(readFileSync('test/local/page/renderer/components.ts', 'utf8'))).toEqual([]);
  });

  it('are all shown by the gallery', () => {
    const files = readdirSync(DEMO).map((name) => readFileSync(join(DEMO, name), 'utf8'));
    expect(missingFrom(files.join('\n'))).toEqual([]);
  });
});
