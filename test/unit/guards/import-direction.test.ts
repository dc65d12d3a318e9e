import { describe, expect, it } from 'vitest';

import { importDirection } from '../../guards/rules/import-direction';
import { filesOf, shown } from './files-of';

const layers = {
  'src/lib/order.ts': '',
  'src/domain/seat.ts': '',
  'src/ports/clock.ts': '',
  'src/usecases/scan.ts': '',
  'src/contract/resolvers.ts': '',
  'src/contract/with-schemas.ts': "import { z } from 'zod';",
  'src/storage/keys.ts': '',
  'src/queues/queue.ts': '',
  'src/app.ts': '',
  'test/local/clock.ts': '',
};

function check(path: string, text: string): readonly string[] {
  return shown(importDirection(filesOf({ ...layers, [path]: text })));
}

describe('the guard of import direction', () => {
  it.each([
    ['src/domain/a.ts', "import { x } from '../lib/order';\nimport { addDays } from 'date-fns';"],
    ['src/ports/a.ts', "import type { Seat } from '../domain/seat';"],
    ['src/usecases/a.ts', "import { x } from '../ports/clock';"],
    ['src/contract/a.ts', "import { z } from 'zod';\nimport type { Seat } from '../domain/seat';"],
    ['src/storage/a.ts', "import { kvs } from '@forge/kvs';\nimport { gzipSync } from 'node:zlib';"],
    [
      'src/entry/resolvers/a.ts',
      "import { scan } from '../../usecases/scan';\nimport { x } from '../../queues/queue';",
    ],
    ['src/index.ts', "import { createApp } from './app';"],
    ['static/admin/a.tsx', "import React from 'react';\nimport { x } from '../../src/contract/resolvers';"],
  ])('lets %s import what lies below it', (path, text) => {
    expect(check(path, text)).toEqual([]);
  });

  it.each([
    ['src/lib/a.ts', "import { z } from 'zod';", 'lib may not import the package zod'],
    [
      'src/domain/a.ts',
      "import { x } from '../ports/clock';",
      'domain may not import ports (../ports/clock)',
    ],
    [
      'src/domain/a.ts',
      "export { x } from '../storage/keys';",
      'domain may not import storage (../storage/keys)',
    ],
    ['src/domain/a.ts', "const x = import('node:fs');", 'domain may not import the package node:fs'],
    ['src/domain/a.ts', "const x = require('@forge/api');", 'domain may not import the package @forge/api'],
    [
      'src/usecases/a.ts',
      "import { x } from '../storage/keys';",
      'usecases may not import storage (../storage/keys)',
    ],
    [
      'src/contract/a.ts',
      "import { seat } from '../domain/seat';",
      'contract may import only types of domain (../domain/seat)',
    ],
    [
      'src/entry/a.ts',
      "import { x } from '../storage/keys';",
      'entry may not import storage (../storage/keys)',
    ],
    ['src/index.ts', "import { x } from './domain/seat';", 'index.ts may not import domain (./domain/seat)'],
    [
      'src/app.ts',
      "import { x } from '../test/local/clock';",
      'app.ts may not import test/local/clock.ts (../test/local/clock)',
    ],
    [
      'static/a.ts',
      "import type { S } from '../src/domain/seat';",
      'static may not import domain (../src/domain/seat)',
    ],
    ['static/a.ts', "import api from '@forge/api';", 'static may not import the package @forge/api'],
    [
      'static/a.ts',
      "import { x } from '../src/contract/with-schemas';",
      'static may import only types of a contract with schemas (../src/contract/with-schemas)',
    ],
  ])('refuses in %s: %s', (path, text, message) => {
    expect(check(path, text)).toEqual([`${path}:1 ${message}`]);
  });

  it('counts a mixed import as one of values', () => {
    const text = "import { type Seat, classify } from '../domain/seat';";
    expect(check('src/contract/a.ts', text)).toHaveLength(1);
  });

  it('refuses a file that lies in no layer', () => {
    expect(check('src/misc/a.ts', '')).toEqual(['src/misc/a.ts:0 lies in no layer of architecture.md §2']);
  });
});
