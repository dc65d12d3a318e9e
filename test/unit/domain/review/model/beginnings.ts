const TOLD = 'everybody who waits is told';
const PASSED = 'the days of notice pass';
const begun = (lines: string): string[] => [
  `rita decides remove on ${lines}`,
  `paul approves ${lines}`,
  TOLD,
  PASSED,
  'emil starts the run',
  'the next removal is begun',
];
const SENT = 'the first removal in doubt turns out as sent';
const STOPPED = 'the run ends or is stopped';

/** Beginnings of a walk, by what steps say, that chance alone would bring too seldom. */
export const BEGINNINGS: readonly (readonly string[])[] = [
  [],
  ['rita decides remove on 1,2'],
  [
    'rita decides route-out on 1',
    'somebody answers remove as technical owner of 1',
    'rita decides remove on 1',
    'somebody answers keep as technical owner of 1',
  ],
  [
    'rita decides route-out on 1',
    'somebody answers remove as technical owner of 1',
    ...begun('1'),
    STOPPED,
    'a scan withdraws what was asked about 1',
  ],
  [...begun('1,2'), STOPPED],
  [...begun('1,2'), SENT, STOPPED, 'olga starts the run', 'the next removal is begun', SENT, STOPPED],
  [...begun('1,2,3'), SENT, 'the next removal is begun', SENT],
];
