import { expectSoundScans } from './sound-scans';

await expectSoundScans('org-key');
