import { describe, expect, it } from 'vitest';

import { filesIn, projectFiles } from '../../guards/kit/files';
import { exportedNames, parse } from '../../guards/kit/syntax';
import { expectNone } from '../../guards/kit/violation';

describe('the guards', () => {
  const files = projectFiles();
  const text = (folder: string): string => [...filesIn(files, folder).values()].join('\n');
  const rules = [...filesIn(files, 'test/guards/rules/')].flatMap(([path, source]) => [
    ...exportedNames(parse(path, source)).keys(),
  ]);

  it.each(rules)('are seen to fail: %s has a test', (rule) => {
    expect(text('test/unit/guards/')).toContain(`${rule}(`);
  });

  it.each(rules)('are run: %s has a guard', (rule) => {
    const guards = [...files].filter(([path]) => path.endsWith('.guard.ts')).map(([, source]) => source);
    expect(guards.join('\n')).toContain(`${rule}(`);
  });

  it('list every violation as file:line', () => {
    const violations = [
      { file: 'src/a.ts', line: 3, message: 'is wrong' },
      { file: 'src/b.ts', line: 0, message: 'is missing' },
    ];
    expect(() => expectNone('All is well.', violations)).toThrow(
      'All is well.\n  src/a.ts:3 is wrong\n  src/b.ts is missing',
    );
  });
});
